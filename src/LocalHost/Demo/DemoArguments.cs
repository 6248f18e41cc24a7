using NodaTime;
using NodaTime.Text;
using Notifieringar.LocalHost.Commands;
using Notifieringar.Planning.Calendar;

namespace Notifieringar.LocalHost.Demo;

/// <summary>What the demo was asked for.</summary>
internal sealed record DemoArguments(LocalMachineOptions Machine, DemoPeriod Period, bool All, bool Exit)
{
    public const string Help = """
          --from DATE       demo: the day the sixty days begin (2027-02-01)
          --all             demo: one campaign of every shipped programme too, in every language
          --exit            demo: end when the table is printed, without keeping the outbox open
        """;

    private static readonly LocalDate DefaultFrom = new(2027, 2, 1);

    /// <exception cref="UsageException">An option is unknown or its value is wrong.</exception>
    public static DemoArguments Read(IEnumerable<string> arguments, TextWriter terminal)
    {
        var options = new OptionReader(arguments);
        var machine = MachineArguments.Read(options, terminal);
        var from = options.Text("--from") is { } text ? Date(text) : DefaultFrom;
        var all = options.Flag("--all");
        var exit = options.Flag("--exit");
        options.RefuseTheRest();
        var period = new DemoPeriod(from);
        return new DemoArguments(machine with { TimersRun = false, ClockStart = period.Start }, period, all, exit);
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date }
        ? date
        : throw new UsageException($"--from needs a date such as 2027-02-01, not '{text}'.");
}

/// <summary>The sixty days, from six in the morning to six in the morning.</summary>
internal sealed record DemoPeriod(LocalDate From)
{
    public const int Days = 60;

    private static readonly LocalTime Morning = new(6, 0);

    public LocalDate Last => From.PlusDays(Days);

    public Instant Start => Stockholm.MomentOf(From.At(Morning));

    public Instant End => Stockholm.MomentOf(Last.At(Morning));

    /// <summary>The next time the library sends its list again: every Monday at six, because data older than a week is not acted on.</summary>
    public static Instant NextImport(Instant now)
    {
        var monday = Stockholm.LocalOf(now).Date.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));
        var moment = Stockholm.MomentOf(monday.At(Morning));
        return moment > now ? moment : Stockholm.MomentOf(monday.PlusWeeks(1).At(Morning));
    }

    /// <summary>The next run of StartVisitPlanning's timer, 03:00 UTC.</summary>
    public static Instant NextPlanning(Instant now)
    {
        var today = now.InUtc().Date.At(new LocalTime(3, 0)).InUtc().ToInstant();
        return today > now ? today : today + Duration.FromDays(1);
    }
}
