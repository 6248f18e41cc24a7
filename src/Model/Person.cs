using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Model;

/// <summary>Whom we reach: one name, one address, one phone, one e-mail. Two guardians at two addresses are two persons linked to one child.</summary>
/// <param name="Unit">The library service that owns the data.</param>
/// <param name="Id">Its id, uniform over the unit's shards.</param>
/// <param name="GivenName">Given name of the guardian addressed; null when unknown.</param>
/// <param name="FamilyName">Family name of the guardian addressed; null for a mononym or when unknown.</param>
/// <param name="Address">Where letters go; null when unknown.</param>
/// <param name="Phone">Phone given by the family; null when none.</param>
/// <param name="Email">E-mail given by the family; null when none.</param>
/// <param name="Language">BCP 47 tag of the family's language; null when unknown.</param>
/// <param name="Silences">Why nothing may be said, copied here from every linked household when written.</param>
/// <param name="DataAsOf">When the source last confirmed this person; old data is not sent on.</param>
/// <param name="Closed">Channels that may not or cannot be used for the contacts above, copied here from Suppressions when written.</param>
/// <param name="Kind">What the person is to us.</param>
/// <param name="Groups">The programmes whose own group the person belongs to; null or empty for none.</param>
public sealed record Person(
    UnitId Unit,
    PersonId Id,
    string? GivenName,
    string? FamilyName,
    PostalAddress? Address,
    PhoneNumber? Phone,
    EmailAddress? Email,
    string? Language,
    Silences Silences,
    Instant DataAsOf,
    ClosedChannels Closed = ClosedChannels.None,
    PersonKind Kind = PersonKind.Household,
    ImmutableArray<string>? Groups = null)
{
    /// <summary>Tells whether the person belongs to a programme's own group.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <returns>True for a member.</returns>
    public bool IsMemberOf(string programme) => Groups is { } groups && groups.Contains(programme);

    /// <summary>The name as it stands on an envelope; null when neither part is known.</summary>
    public string? FullName => (GivenName, FamilyName) switch
    {
        (null, null) => null,
        ({ } given, null) => given,
        (null, { } family) => family,
        ({ } given, { } family) => $"{given} {family}",
    };
}
