using System.Diagnostics;
using Azure.Data.Tables;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Demo;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Rehearsal;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Texts;
using Notifieringar.Records.Work;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Definitions;
using NodaTime;
using NodaTime.Testing;
using NodaTime.Text;

namespace Notifieringar.Scenarios.Rehearsals;

/// <summary>
/// The rehearsal of sixty days and what is then sent when the days are run: both ask the same planner at the same moments. It may differ only
/// by what a rehearsal cannot know, and none of that happens here: answers, silences, moves, new families and bounces; a letter that does not
/// fit its pages; and, where two programmes compete for a person's last contact under the cap at the same moment, which of them comes first.
/// </summary>
/// <param name="Rehearsed">The rehearsed notices, a line each, in order.</param>
/// <param name="Run">The notices of the days as they were run.</param>
/// <param name="Said">How many of those rehearsed would be said.</param>
/// <param name="Took">How long the rehearsal took.</param>
internal sealed record RehearsalComparison(IReadOnlyList<string> Rehearsed, IReadOnlyList<string> Run, int Said, TimeSpan Took)
{
    public static UnitId Unit { get; } = new("asinge");

    /// <summary>Over the change to summer time.</summary>
    public static DemoPeriod Period { get; } = new(new LocalDate(2027, 2, 1));

    /// <summary>Imports the families, rehearses, looks at what stands there, and runs the days.</summary>
    public static async Task<RehearsalComparison> OfAsync(RehearsedUnit unit, Func<LocalMachine, DemoRecords, Task>? whenRehearsed = null)
    {
        var folder = Directory.CreateTempSubdirectory("notifieringar-rehearsal-");
        try
        {
            await using var machine = await LocalMachine.StartAsync(Options(folder));
            using var calls = new FunctionCalls(machine.PublicUrl, machine.FunctionKey);
            using var records = new DemoRecords(machine.ConnectionString, Unit, TimeProvider.System);
            var journey = await BeginAsync(unit, machine, calls, records);

            var watch = Stopwatch.StartNew();
            var rehearsed = await RehearseAsync(machine);
            var took = watch.Elapsed;
            await (whenRehearsed?.Invoke(machine, records) ?? Task.CompletedTask);
            await journey.RunAsync(Period, CancellationToken.None);
            var run = (await records.PeopleAsync(CancellationToken.None))
                .SelectMany(recipient => recipient.Notices.Where(IsFinal).Select(notice => LineOf(recipient, notice)));
            return new RehearsalComparison(
                [.. rehearsed.Notices.Select(LineOf).Order(StringComparer.Ordinal)],
                [.. run.Order(StringComparer.Ordinal)],
                rehearsed.Notices.Count(notice => notice.Fate == RehearsedFate.Said),
                took);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static LocalMachineOptions Options(DirectoryInfo folder) => new()
    {
        RepositoryRoot = Emulator.RepositoryRoot,
        DataFolder = folder.FullName,
        InMemory = true,
        TimersRun = false,
        ClockStart = Period.Start,
        ExtraSettings = new Dictionary<string, string>
        {
            ["Letters__CacheFolder"] = Path.Combine(Emulator.RepositoryRoot, "artifacts", "local", "chromium"),
            ["Sms__PerMinute"] = "0",
        },
    };

    // The families are imported now and every Monday, so that the data is never old: what the rehearsal takes for granted.
    private static async Task<Journey> BeginAsync(RehearsedUnit unit, LocalMachine machine, FunctionCalls calls, DemoRecords records)
    {
        var seeded = await machine.Triggers.FireTimerAsync("SeedShippedTexts");
        Assert.True(seeded.Succeeded, seeded.Reason);
        await calls.SaveUnitAsync(Unit, unit.Rules, CancellationToken.None);
        var journey = new Journey(machine, records, calls, Unit, unit.Families, others: null, new Progress(TextWriter.Null, interactive: false));
        await journey.BeginAsync(CancellationToken.None);
        return journey;
    }

    private static async Task<RehearsalOutcome> RehearseAsync(LocalMachine machine)
    {
        var tables = new Tables(new TableServiceClient(machine.ConnectionString));
        var definitions = new DefinitionCache(new DefinitionTable(tables), new TemplateTable(tables), TimeProvider.System);
        var workflow = new RehearseDays(
            definitions, new PeopleTable(tables), new SlotTable(tables, TimeProvider.System), new DueNotices(tables), new WaitingLetters(tables), new FakeClock(Period.Start));
        return (await workflow.RunAsync(Unit, DemoPeriod.Days, importsKeepComing: true, CancellationToken.None))!;
    }

    // A letter of the last morning waits for its run; the rehearsal counts it as later.
    private static bool IsFinal(Notice notice) => notice is not { Channel: Channel.Letter, State: NoticeState.Claimed };

    private static string LineOf(RehearsedNotice notice) =>
        $"{notice.Person} {notice.Key} {LocalDatePattern.Iso.Format(notice.Day)} {notice.Fate} {notice.Language} {notice.Reason}";

    private static string LineOf(Recipient recipient, Notice notice)
    {
        var day = notice.Run is { } run ? run.Split('~')[0] : LocalDatePattern.Iso.Format(Stockholm.LocalOf(notice.RecordedAt!.Value).Date);
        var fate = notice.State switch
        {
            NoticeState.Accepted or NoticeState.Delivered or NoticeState.Printed => RehearsedFate.Said,
            NoticeState.Skipped => RehearsedFate.Skipped,
            NoticeState.OnList => RehearsedFate.Listed,
            _ => throw new InvalidOperationException($"{notice.Key} is {notice.State}: nothing may be left."),
        };
        var isSaid = fate == RehearsedFate.Said;
        return $"{recipient.Person.Id} {notice.Key} {day} {fate} {(isSaid ? notice.Language : "")} {notice.SkipReason}";
    }
}
