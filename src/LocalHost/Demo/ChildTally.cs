using System.Collections.Immutable;
using System.Globalization;
using NodaTime.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;

namespace Notifieringar.LocalHost.Demo;

/// <summary>What became of a child in a programme of home visits.</summary>
internal enum ChildFate
{
    VisitInPeriod,
    VisitLater,
    TooEarly,
    TooLate,
    NoSlot,
    Deceased,
    Protected,
    OptedOut,
    Moved,

    /// <summary>Lives in none of the homes in the file.</summary>
    NoHome,

    /// <summary>Should have a visit and has none: the one fate there must never be.</summary>
    Lost,
}

/// <summary>Accounts for every child.</summary>
internal static class ChildTally
{
    public static IEnumerable<ChildId> ChildrenOf(IEnumerable<Recipient> people) =>
        people.SelectMany(recipient => recipient.Children).Select(child => child.Id).Distinct();

    public static CountedSection Of(DemoFacts facts, Programme programme)
    {
        var fates = ChildrenOf(facts.People).Select(child => FateOf(facts, programme, child)).CountBy(fate => fate).ToDictionary();
        var rows = Enum.GetValues<ChildFate>()
            .Where(fate => fate != ChildFate.Lost && fates.ContainsKey(fate))
            .Select(fate => new TallyRow(LabelOf(fate, facts.Period), fates[fate]))
            .ToImmutableArray();
        var lost = fates.GetValueOrDefault(ChildFate.Lost);
        var visits = facts.Occasions.Where(occasion => occasion.Programme == programme.Id).ToList();
        var invited = facts.People.SelectMany(recipient => recipient.Invitations).Count(invitation => invitation.Programme == programme.Id);
        return new CountedSection(
            new TallySection($"Barn: {programme.Name}", Expected(facts), rows),
            [string.Create(CultureInfo.InvariantCulture, $"{programme.Name}: {visits.Count} besök planerade, {invited} hushåll inbjudna.")],
            [
                .. lost == 0 ? [] : (string[])[string.Create(CultureInfo.InvariantCulture, $"{lost} barn borde ha fått ett besök men har inget.")],
                .. visits.Sum(visit => visit.Guests.Length) == invited ? [] : (string[])["Besökens gäster och hushållens inbjudningar är inte lika många."],
            ]);
    }

    // The import's own count; with children of other files beside it only a loss can be seen.
    private static int Expected(DemoFacts facts)
    {
        var told = facts.Import.Children + facts.OtherChildren;
        var known = Math.Max(facts.Earlier.Children, told);
        return facts.Earlier.Children is 0 || facts.Earlier.Children == told
            ? known
            : Math.Max(known, ChildrenOf(facts.People).Count());
    }

    private static ChildFate FateOf(DemoFacts facts, Programme programme, ChildId id)
    {
        var byAge = VisitCandidates.ByAge(facts.Programmes);
        var invitation = facts.People
            .Where(recipient => recipient.Children.Any(child => child.Id == id))
            .SelectMany(recipient => recipient.Invitations.Select(invitation => (invitation, Child: recipient.Children.First(child => child.Id == id))))
            .FirstOrDefault(one => one.invitation.AtThisHome && one.invitation.Children.Contains(id)
                && VisitHistory.ProgrammeFor(one.invitation, one.Child, byAge)?.Id == programme.Id)
            .invitation;
        if (invitation is not null)
        {
            return invitation.Starts.Date <= facts.Period.Last ? ChildFate.VisitInPeriod : ChildFate.VisitLater;
        }

        var homes = facts.People.Where(recipient => recipient.Children.Any(child => child.Id == id)).ToList();
        if (homes.Any(home => home.Children.Any(child => child.Id == id && child.Deceased)))
        {
            return ChildFate.Deceased;
        }

        return homes.FirstOrDefault(home => home.Children.Any(child => child.Id == id && child.LivesHere)) is { } living
            ? SilenceOf(living.Person) ?? PlanningOf(facts, programme, living, living.Children.First(child => child.Id == id))
            : ChildFate.NoHome;
    }

    private static ChildFate? SilenceOf(Person person) => person switch
    {
        _ when person.Silences.HasFlag(Silences.Deceased) => ChildFate.Deceased,
        _ when person.Silences.HasFlag(Silences.Protected) || person.Address is { IsForwardingOfProtected: true } => ChildFate.Protected,
        _ when person.Silences.HasFlag(Silences.OptedOut) => ChildFate.OptedOut,
        _ when person.Silences.HasFlag(Silences.Moved) => ChildFate.Moved,
        _ => null,
    };

    private static ChildFate PlanningOf(DemoFacts facts, Programme programme, Recipient home, Child child)
    {
        var (audience, today) = (programme.Audience.Visits!, facts.Period.Last);
        if (VisitWindow.For(child.BirthDate, audience, today, today) is not { } window)
        {
            return today < child.BirthDate.PlusMonths(audience.AgeMonths).PlusDays(-audience.LeadDays) ? ChildFate.TooEarly : ChildFate.TooLate;
        }

        // So near to the next visit, outside the areas, or for staff to merge with a twin's: no visit of its own.
        var due = VisitCandidates.Of(home, VisitCandidates.ByAge(facts.Programmes), facts.Rules, today).Due;
        if (!due.Any(visit => visit.Children.Contains(child)))
        {
            return ChildFate.TooLate;
        }

        // "No slot" is believed only when every slot the child could have is taken.
        return VisitSlots.Of(window, facts.Rules).Any(slot => !facts.Taken.Contains((slot.Starts, slot.Visitors))) ? ChildFate.Lost : ChildFate.NoSlot;
    }

    private static string LabelOf(ChildFate fate, DemoPeriod period) => fate switch
    {
        ChildFate.VisitInPeriod => $"besök till och med {LocalDatePattern.Iso.Format(period.Last)}",
        ChildFate.VisitLater => "besök planerat därefter",
        ChildFate.TooEarly => "för tidigt att planera",
        ChildFate.TooLate => "för sent att planera",
        ChildFate.NoSlot => "ingen ledig tid",
        ChildFate.Deceased => "tystnad: avliden",
        ChildFate.Protected => "tystnad: skyddade uppgifter, sköts för hand",
        ChildFate.OptedOut => "tystnad: vill inte bli kontaktad",
        ChildFate.Moved => "tystnad: flyttat",
        ChildFate.NoHome => "bor inte på någon adress i filen",
        _ => throw new ArgumentOutOfRangeException(nameof(fate)),
    };
}
