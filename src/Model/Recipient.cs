using System.Collections.Immutable;

namespace Notifieringar.Model;

/// <summary>A person with everything needed to decide what may be said: one range query reads it.</summary>
/// <param name="Person">The person.</param>
/// <param name="Children">The children of the household.</param>
/// <param name="Links">Other households of the same children.</param>
/// <param name="Invitations">Invitations, with answers.</param>
/// <param name="Notices">The ledger.</param>
/// <param name="Version">The person row's version; a claim is conditional on it.</param>
public sealed record Recipient(
    Person Person,
    ImmutableArray<Child> Children,
    ImmutableArray<PersonId> Links,
    ImmutableArray<Invitation> Invitations,
    ImmutableArray<Notice> Notices,
    string Version);
