using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Rehearsal;
using Notifieringar.Templates;

namespace Notifieringar.Bench.Rehearsing;

/// <summary>An invented unit with any number of households, whose children are up to eighteen months old.</summary>
internal static class InventedUnit
{
    private const int OldestDays = 540;
    private const int SlotsPerPair = 6;

    private static readonly LocalDateTime Start = new(2027, 2, 1, 6, 0);
    private static readonly UnitId Unit = new("stora");

    public static RehearsalInput Of(int households, int days)
    {
        var from = Stockholm.MomentOf(Start);
        return new RehearsalInput(
            Rules(households),
            ShippedProgrammes.All,
            [.. Enumerable.Range(0, households).Select(index => Household(index, from))],
            [],
            [],
            new Dictionary<(LocalDateTime, string), OccasionId>(),
            from,
            days,
            ImportsKeepComing: true,
            new Swedish());
    }

    // As many pairs as it takes for everybody to have a time.
    private static UnitRules Rules(int households) => new(
        Unit,
        "Stora bibliotek",
        "Stora bibl",
        "bibliotek@example.se",
        "070-174 06 05",
        ["Stora bibliotek"],
        Shards: 16,
        VisitDays: [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
        SlotTimes: [.. Enumerable.Range(9, SlotsPerPair).Select(hour => new LocalTime(hour, 0))],
        Visitors: [.. Enumerable.Range(1, 1 + (households / 1000)).Select(pair => string.Create(CultureInfo.InvariantCulture, $"Par {pair}"))],
        Closed: [new ClosedPeriod(new LocalDate(2027, 2, 22), new LocalDate(2027, 2, 26))],
        ComesUnlessNo: true,
        StaleAfterDays: 7,
        QuietFrom: new LocalTime(19, 0),
        QuietTo: new LocalTime(9, 0),
        LetterRunAt: new LocalTime(14, 0),
        Envelope: "C5-H2");

    private static Recipient Household(int index, Instant from)
    {
        var id = index.ToString("x8", CultureInfo.InvariantCulture);
        var child = new Child(new ChildId($"c{id}"), "Alma", Start.Date.PlusDays(-(index * 7919 % OldestDays)), LivesHere: true, Deceased: false);
        var person = new Person(
            Unit,
            new PersonId(id),
            "Åsa",
            "Ek",
            new PostalAddress(null, "Björkstigen 1", "99810", "Stora", null),
            index % 3 == 0 ? null : new PhoneNumber("+46701740605"),
            index % 2 == 0 ? null : new EmailAddress("asa@example.se"),
            "sv",
            Silences.None,
            from);
        return new Recipient(person, [child], [], [], ImmutableArray<Notice>.Empty, "");
    }

    private sealed class Swedish : IRehearsedLanguages
    {
        public string Choose(NoticeKey key, string? language) => "sv";
    }
}
