using System.Net;
using System.Text.Json;
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
using NodaTime.Text;

namespace Notifieringar.Scenarios.Rehearsals;

/// <summary>
/// The rehearsal of sixty days equals, notice for notice, what is then sent when the days are run: both ask the same planner at the same
/// moments. It may differ only by what a rehearsal cannot know, and none of that happens here: answers, silences, moves, new families and
/// bounces; a letter that does not fit its pages; and, where two programmes compete for a person's last contact under the cap at the same
/// moment, which of them comes first.
/// </summary>
public sealed class RehearsalTests
{
    private static readonly UnitId Unit = new("asinge");
    private static readonly DemoPeriod Period = new(new LocalDate(2027, 2, 1)); // over the change to summer time

    [Fact]
    public async Task SixtyDays_Rehearsed_AreNoticeForNoticeWhatIsSentWhenTheyAreRun()
    {
        var folder = Directory.CreateTempSubdirectory("notifieringar-rehearsal-");
        try
        {
            await using var machine = await LocalMachine.StartAsync(Options(folder));
            using var calls = new FunctionCalls(machine.PublicUrl, machine.FunctionKey);
            using var records = new DemoRecords(machine.ConnectionString, Unit, TimeProvider.System);
            var journey = await BeginAsync(machine, calls, records);

            var rehearsed = await RehearseAsync(machine);
            var shown = await ShownAsync(machine);
            Assert.DoesNotContain(await records.PeopleAsync(CancellationToken.None), recipient => !recipient.Notices.IsEmpty); // nothing is written
            await journey.RunAsync(Period, CancellationToken.None);
            var run = (await records.PeopleAsync(CancellationToken.None))
                .SelectMany(recipient => recipient.Notices.Where(IsFinal).Select(notice => LineOf(recipient, notice)))
                .ToList();

            Assert.True(rehearsed.Notices.Count(notice => notice.Fate == RehearsedFate.Said) > 150);
            Assert.Equal(run.Order(StringComparer.Ordinal), rehearsed.Notices.Select(LineOf).Order(StringComparer.Ordinal));
            Assert.Equal(rehearsed.Notices.Length, shown);
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
        },
    };

    // The demo's families, imported now and every Monday, so that the data is never old: what the rehearsal takes for granted.
    private static async Task<Journey> BeginAsync(LocalMachine machine, FunctionCalls calls, DemoRecords records)
    {
        var seeded = await machine.Triggers.FireTimerAsync("SeedShippedTexts");
        Assert.True(seeded.Succeeded, seeded.Reason);
        var demo = Path.Combine(Emulator.RepositoryRoot, "demo");
        await calls.SaveUnitAsync(Unit, await File.ReadAllTextAsync(Path.Combine(demo, "asinge.json")), CancellationToken.None);
        var families = await File.ReadAllBytesAsync(Path.Combine(demo, "families.csv"));
        var journey = new Journey(machine, records, calls, Unit, families, others: null, new Progress(TextWriter.Null, interactive: false));
        await journey.BeginAsync(CancellationToken.None);
        return journey;
    }

    private static async Task<RehearsalOutcome> RehearseAsync(LocalMachine machine)
    {
        var tables = new Tables(new TableServiceClient(machine.ConnectionString));
        var definitions = new DefinitionCache(new DefinitionTable(tables), new TemplateTable(tables), TimeProvider.System);
        var workflow = new RehearseDays(
            definitions, new PeopleTable(tables), new SlotTable(tables, TimeProvider.System), new DueNotices(tables), new WaitingLetters(tables), new StoppedClock(Period.Start));
        return (await workflow.RunAsync(Unit, DemoPeriod.Days, importsKeepComing: true, CancellationToken.None))!;
    }

    // How many notices the function tells of.
    private static async Task<int> ShownAsync(LocalMachine machine)
    {
        using var http = new HttpClient { BaseAddress = machine.PublicUrl };
        http.DefaultRequestHeaders.Add("x-functions-key", machine.FunctionKey);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("rehearsal/annanstans", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync(new Uri("rehearsal/asinge?days=0", UriKind.Relative))).StatusCode);
        using var shown = JsonDocument.Parse(await http.GetStringAsync(new Uri("rehearsal/asinge?days=60", UriKind.Relative)));
        return shown.RootElement.GetProperty("days").EnumerateArray()
            .SelectMany(day => day.GetProperty("rows").EnumerateArray().Concat(day.GetProperty("skips").EnumerateArray()))
            .Sum(row => row.GetProperty("count").GetInt32());
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

    private sealed class StoppedClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
