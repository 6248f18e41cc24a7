using NodaTime;
using Notifieringar.Model;

namespace Notifieringar.Tests;

/// <summary>Invented things in their usual state; a test changes what it is about, with <c>with</c>.</summary>
internal static class Some
{
    /// <summary>A Tuesday.</summary>
    public static readonly LocalDateTime VisitTime = new(2027, 3, 2, 10, 0);

    public static readonly Instant PlannedAt = Instant.FromUtc(2027, 2, 1, 2, 0);

    public static UnitId Unit { get; } = new("asinge");

    /// <summary>Open Monday to Friday, visits at two times by two pairs, closed in July, visits only after a yes.</summary>
    public static UnitRules Rules() => new(
        Unit,
        "Åsinge bibliotek",
        "Asinge bibl",
        "bibliotek@example.se",
        "070-174 06 05",
        ["Åsinge bibliotek", "Torget 1", "998 10 ÅSINGE"],
        Shards: 1,
        VisitDays: [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
        SlotTimes: [new LocalTime(9, 30), new LocalTime(13, 0)],
        Visitors: ["A", "B"],
        Closed: [new ClosedPeriod(new LocalDate(2027, 7, 1), new LocalDate(2027, 7, 31))],
        ComesUnlessNo: false,
        StaleAfterDays: 7,
        QuietFrom: new LocalTime(19, 0),
        QuietTo: new LocalTime(9, 0),
        LetterRunAt: new LocalTime(14, 0),
        Envelope: "C5-H2");

    /// <summary>The first home visit: planned 28 days before six months, from 7 days before to 21 days after, not from nine months on.</summary>
    public static VisitAudience Audience() => new(AgeMonths: 6, EarliestDays: 7, LatestDays: 21, EndsAtMonths: 9, LeadDays: 28, NoticeDays: 14);

    public static Programme Programme() => new(
        "sprakstart-6",
        "Språkstart, första hembesöket",
        Discretion.D1,
        new OccasionForm(OccasionKind.Visit, Minutes: 45),
        new Audience(PersonKind.Household, ChildAges: null, FirstChildOnly: false, MembersOnly: false, Audience()),
        NoAnswer.UnitDecides,
        [AnswerChoice.Yes, AnswerChoice.No],
        Touches: null,
        [Invited(), Reminder(), Thanks()]);

    /// <summary>The second home visit, at eleven months: as the first, not from eighteen months on.</summary>
    public static Programme SecondVisit() => Programme() with
    {
        Id = "sprakstart-11",
        Name = "Språkstart, andra hembesöket",
        Audience = Programme().Audience with { Visits = Audience() with { AgeMonths = 11, EndsAtMonths = 18 } },
    };

    /// <summary>A letter when the visit is planned.</summary>
    public static Step Invited() => new(
        "invitation",
        StepAnchor.Planned,
        Period.Zero,
        new LocalTime(9, 0),
        [new Rung(Channel.Letter, 0)],
        Duration.FromDays(5),
        StepCondition.NotDeclined);

    /// <summary>48 hours before: SMS, else e-mail, else a letter that leaves five days earlier.</summary>
    public static Step Reminder() => new(
        "reminder",
        StepAnchor.Start,
        Period.FromHours(-48),
        At: null,
        [new Rung(Channel.Sms, 0), new Rung(Channel.Email, 0), new Rung(Channel.Letter, 5)],
        Duration.FromHours(36),
        StepCondition.Expected);

    /// <summary>The day after.</summary>
    public static Step Thanks() => new(
        "thank-you",
        StepAnchor.Start,
        Period.FromDays(1),
        new LocalTime(10, 0),
        [new Rung(Channel.Sms, 0), new Rung(Channel.Email, 0)],
        Duration.FromDays(7),
        StepCondition.Expected);

    /// <summary>Reachable by every channel.</summary>
    public static Person Guardian() => new(
        Unit,
        new PersonId("0123456789abcdef0123456789abcdef"),
        "Åsa",
        "Ek",
        new PostalAddress(null, "Björkstigen 1", "99810", "Åsinge", null),
        new PhoneNumber("+46701740605"),
        new EmailAddress("asa@example.se"),
        "sv",
        Silences.None,
        DataAsOf: Instant.FromUtc(2027, 2, 25, 12, 0));

    public static Child Child(string name = "Alma", LocalDate? born = null) =>
        new(new ChildId($"c-{name}"), name, born ?? new LocalDate(2026, 9, 1), LivesHere: true, Deceased: false);

    /// <summary>One guardian and, unless others are given, one child.</summary>
    public static Recipient Household(params Child[] children) =>
        new(Guardian(), children is [] ? [Child()] : [.. children], Links: [], Invitations: [], Notices: [], Version: "W/\"1\"");

    /// <summary>A visit on <see cref="VisitTime"/> about the household's children, not answered.</summary>
    public static Invitation Invitation(params ChildId[] children) => new(
        new OccasionId("0a1b2c"),
        "sprakstart-6",
        VisitTime,
        Minutes: 45,
        children is [] ? [Child().Id] : [.. children],
        AtThisHome: true,
        Sequence: 0,
        PlannedAt,
        Answer.None);

    public static Notice Notice(NoticeKey key, NoticeState state) => new(
        key, state, key.Channel, "sv", "1", ClaimedBy: "test~1", TextHash: null, FirstSent: null, SkipReason: null);
}
