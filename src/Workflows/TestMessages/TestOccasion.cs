using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Campaigns;
using NodaTime;

namespace Notifieringar.Workflows.TestMessages;

/// <summary>An invented occasion of a programme's kind, some weeks ahead, with everything that a text may say of one.</summary>
internal static class TestOccasion
{
    private const int DaysAhead = 14;
    private const int Items = 3;
    private static readonly LocalTime Usual = new(10, 30);

    /// <summary>The occasion.</summary>
    public static Occasion Of(Programme programme, UnitRules rules, LocalDate today)
    {
        var kind = programme.Occasion.Kind;
        var day = OpenDays.AtOrAfter(today.PlusDays(DaysAhead), rules);
        var isSeries = kind == OccasionKind.Series;
        return new Occasion(
            new OccasionId(new string('0', 24)),
            rules.Unit,
            programme.Id,
            day.At(kind == OccasionKind.Visit ? rules.SlotTimes[0] : Usual),
            programme.Occasion.Minutes,
            Visitors: "",
            Home: null,
            Guests: [],
            Place: kind == OccasionKind.Visit ? null : rules.Name,
            Ends: kind is OccasionKind.Pickup or OccasionKind.None ? day.At(new LocalTime(23, 59)) : null,
            Session: isSeries ? Math.Min(2, programme.Occasion.Sessions) : 0,
            Sessions: isSeries ? programme.Occasion.Sessions : 0,
            Text: "Här står det som biblioteket skriver för just det här utskicket.",
            Link: "https://bibliotek.example.se/tips");
    }

    /// <summary>A family's invitation to it.</summary>
    public static Invitation InvitationTo(Occasion occasion, Programme programme, Recipient family)
    {
        var isAboutChildren = programme.Audience is { Visits: not null } or { ChildAges: not null } or { FirstChildOnly: true };
        var children = isAboutChildren ? family.Children : [];
        var invitation = CampaignInvitation.To(occasion, programme.Occasion, [.. children.Select(child => child.Id)], Instant.MinValue);
        return programme.Occasion.Kind switch
        {
            OccasionKind.Visit => invitation with { AtThisHome = true },
            OccasionKind.Pickup => invitation with { Items = Items },
            _ => invitation,
        };
    }
}
