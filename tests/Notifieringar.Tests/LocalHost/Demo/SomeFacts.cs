using System.Collections.Immutable;
using NodaTime;
using Notifieringar.LocalHost.Demo;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Work;

namespace Notifieringar.Tests.LocalHost.Demo;

/// <summary>A small municipality after its sixty days, one household at a time.</summary>
internal static class SomeFacts
{
    public static readonly UnitId Unit = new("asinge");
    public static readonly DemoPeriod Period = new(new LocalDate(2027, 2, 1));

    // Six months old in the middle of the period.
    public static readonly LocalDate DueBirth = new(2026, 9, 1);

    public static readonly Programme Visits = new(
        "visit",
        "Hembesök",
        Discretion.D1,
        new OccasionForm(OccasionKind.Visit, Minutes: 45),
        new Audience(PersonKind.Household, ChildAges: null, FirstChildOnly: false, MembersOnly: false, Some.Audience()),
        NoAnswer.UnitDecides,
        [AnswerChoice.Yes, AnswerChoice.No],
        Touches: null,
        [Step("invitation", Channel.Letter), Step("reminder", Channel.Sms, Channel.Email)]);

    public static DemoFacts Of(params IReadOnlyList<Recipient> people) => new()
    {
        Period = Period,
        Import = new ImportReport("done", people.Count, people.Count, 0, people.Count, ChildTally.ChildrenOf(people).Count(), []),
        Earlier = new EarlierRuns(0, new SaidCounts(0, 0, 0)),
        Rules = Rules(),
        Programmes = [Visits],
        People = people,
        Occasions = [.. people.SelectMany(one => one.Invitations.Select(invitation => Occasion(one.Person.Id, invitation)))],
        Printed = [.. people.SelectMany(Letters)],
        Accepted = SaidCounts.Of(people) with { Letters = 0 },
    };

    public static Recipient Household(int number, LocalDate? born = null, Silences silences = Silences.None) => new(
        new Person(Unit, Id(number), "Anna", "Åsinge", null, null, null, "sv", silences, Period.Start),
        [new Child(new ChildId($"c{number}"), "Tyra", born ?? DueBirth, LivesHere: true, Deceased: false)],
        [],
        [],
        [],
        "1");

    /// <summary>With a visit and a printed letter; the reminder is yet to come or as told.</summary>
    public static Recipient Invited(int number, params ImmutableArray<Notice> reminders)
    {
        var home = Household(number);
        var invitation = new Invitation(
            Visit(number), Visits.Id, new LocalDateTime(2027, 3, 2, 9, 30), 45, [home.Children[0].Id], AtThisHome: true, 0, Period.Start, Answer.None);
        return home with
        {
            Invitations = [invitation],
            Notices = [Notice(number, "invitation", Channel.Letter, NoticeState.Printed, "sv"), .. reminders],
        };
    }

    public static Notice Notice(int number, string step, Channel channel, NoticeState state, string language = "", SkipReason? reason = null) =>
        new(new NoticeKey(Visits.Id, Visit(number).Value, 0, step, channel), state, channel, language, "1", "test~1", null, null, reason);

    public static DueNotice Due(int number, string step, Instant at) => new(Unit, "0", at, Id(number), Visit(number), Visits.Id, step);

    public static PersonId Id(int number) => new($"{number:x32}");

    private static OccasionId Visit(int number) => new($"{number:x24}");

    private static Occasion Occasion(PersonId home, Invitation invitation) =>
        new(invitation.Occasion, Unit, Visits.Id, invitation.Starts, 45, "Maj", home, [home]);

    private static IEnumerable<PrintedLetter> Letters(Recipient recipient) => recipient.Notices
        .Where(notice => notice.State == NoticeState.Printed)
        .Select(notice => new PrintedLetter(recipient.Person.Id.Value, notice.Key.ToString(), 1, 2));

    private static Step Step(string id, params Channel[] ladder) => new(
        id, StepAnchor.Planned, NodaTime.Period.Zero, null, [.. ladder.Select(channel => new Rung(channel, 0))], Duration.FromDays(5), StepCondition.NotDeclined);

    private static UnitRules Rules() => new(
        Unit, "Åsinge bibliotek", "Asinge bibl", "bibliotek@asinge.example.se", "070-174 06 05", [], 1, [IsoDayOfWeek.Tuesday],
        [new LocalTime(9, 30)], ["Maj"], [], ComesUnlessNo: true, 7, new LocalTime(19, 0), new LocalTime(9, 0), new LocalTime(14, 0), "C5");
}
