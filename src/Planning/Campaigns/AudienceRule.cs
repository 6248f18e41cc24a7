using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Campaigns;

/// <summary>Who belongs to a campaign's audience: pure, so that dry runs, expansion and the closing check agree.</summary>
public static class AudienceRule
{
    /// <summary>Tells whether a person is meant, and about which children.</summary>
    /// <param name="recipient">The person with all that is known.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="narrowed">Who of its audience.</param>
    /// <param name="day">The day on which ages count.</param>
    /// <returns>The children it is about, none for a programme that is not about children; null for a person who is not meant.</returns>
    public static ImmutableArray<ChildId>? ChildrenOf(Recipient recipient, Programme programme, CampaignAudience narrowed, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(narrowed);
        var (person, audience) = (recipient.Person, programme.Audience);
        if (person.Kind != audience.Who || (audience.MembersOnly && !person.IsMemberOf(programme.Id)) || !IsNamed(person, narrowed))
        {
            return null;
        }

        var children = Children(recipient, audience, day);
        var needsChild = audience.ChildAges is not null || audience.FirstChildOnly;
        return needsChild && children.IsEmpty ? null : children;
    }

    /// <summary>Tells whether a person has been invited to the programme before, where nobody is invited twice.</summary>
    /// <param name="recipient">The person.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="occasion">The occasion of the campaign.</param>
    /// <returns>True when a second invitation must be refused.</returns>
    public static bool HasHadItsTurn(Recipient recipient, Programme programme, OccasionId occasion)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(programme);
        return programme.Occasion.OncePerRecipient
            && recipient.Invitations.Any(one => one.Programme == programme.Id && one.Occasion != occasion && !one.Cancelled && one.Answer != Answer.No);
    }

    private static bool IsNamed(Person person, CampaignAudience narrowed) =>
        (narrowed.People.IsEmpty || narrowed.People.Contains(person.Id))
        && (narrowed.Languages.IsEmpty || narrowed.Languages.Contains(person.Language ?? "sv", StringComparer.OrdinalIgnoreCase))
        && (narrowed.PostalCodes.IsEmpty
            || (person.Address?.PostalCode is { } code && narrowed.PostalCodes.Any(area => code.StartsWith(area, StringComparison.Ordinal))));

    private static ImmutableArray<ChildId> Children(Recipient recipient, Audience audience, LocalDate day)
    {
        if (audience.ChildAges is not { } ages)
        {
            return audience.FirstChildOnly ? [.. FirstChild(recipient).Select(child => child.Id)] : [];
        }

        var here = audience.FirstChildOnly ? FirstChild(recipient) : recipient.Children.Where(child => child is { LivesHere: true, Deceased: false });
        return
        [
            .. here
                .Where(child => child.BirthDate.PlusMonths(ages.FromMonths) <= day && day < child.BirthDate.PlusMonths(ages.BelowMonths))
                .OrderBy(child => child.BirthDate)
                .ThenBy(child => child.Id.Value, StringComparer.Ordinal)
                .Select(child => child.Id),
        ];
    }

    // Twins are first children both.
    private static IEnumerable<Child> FirstChild(Recipient recipient)
    {
        var here = recipient.Children.Where(child => child is { LivesHere: true, Deceased: false }).ToList();
        var first = here.Count == 0 ? default : here.Min(child => child.BirthDate);
        return here.Where(child => child.BirthDate == first);
    }
}
