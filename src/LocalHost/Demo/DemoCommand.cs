using System.Diagnostics;
using System.Globalization;
using NodaTime.Text;
using Notifieringar.LocalHost.Commands;
using Notifieringar.Model;

namespace Notifieringar.LocalHost.Demo;

/// <summary>Sixty days of an invented municipality on a movable clock, and a table that adds up.</summary>
internal static class DemoCommand
{
    /// <summary>Something was lost, said twice or counted differently in two places.</summary>
    private const int DoesNotAddUp = 1;

    private static readonly UnitId Unit = new("asinge");

    public static async Task<int> ExecuteAsync(IEnumerable<string> arguments, TextWriter terminal, CancellationToken stopping)
    {
        var (options, period, all, exit) = DemoArguments.Read(arguments, terminal);
        var folders = new DemoFolders(options);
        var watch = Stopwatch.StartNew();
        await terminal.WriteLineAsync(
            $"Åsinge kommun, {LocalDatePattern.Iso.Format(period.From)} till {LocalDatePattern.Iso.Format(period.Last)}. Startar …");
        await using var machine = await LocalMachine.StartAsync(options, cancellationToken: stopping);
        await terminal.WriteLineAsync($"  Utkorgen finns på {machine.Sandbox.Url}");
        var letters = Path.Combine(machine.OutboxFolder, "letters");
        var tally = await RunAsync(machine, period, all, folders, letters, terminal, stopping);
        await terminal.WriteLineAsync();
        await terminal.WriteAsync(TallyTable.Write(tally));
        await ProblemsAsync(tally, terminal);
        await terminal.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  Klart på {watch.Elapsed.TotalSeconds:0} sekunder. Breven ligger i {letters}"));
        if (!exit)
        {
            await terminal.WriteLineAsync($"  Utkorgen: {machine.Sandbox.Url}   Tryck Ctrl-C för att avsluta.");
            await UntilStoppedAsync(stopping);
        }

        return tally.Problems.IsEmpty ? ExitCode.Done : DoesNotAddUp;
    }

    private static async Task UntilStoppedAsync(CancellationToken stopping)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stopping);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how the demo ends.
        }
    }

    private static async Task<DemoTally> RunAsync(
        LocalMachine machine, DemoPeriod period, bool all, DemoFolders folders, string letters, TextWriter terminal, CancellationToken stopping)
    {
        var seeded = await machine.Triggers.FireTimerAsync("SeedShippedTexts", stopping);
        if (!seeded.Succeeded)
        {
            throw new StartFailedException($"The texts could not be put in place: {seeded.Reason}. {folders.FunctionLog} says more.");
        }

        using var calls = new FunctionCalls(machine.PublicUrl, machine.FunctionKey);
        using var records = new DemoRecords(machine.ConnectionString, Unit, TimeProvider.System);
        await calls.SaveUnitAsync(Unit, await File.ReadAllTextAsync(folders.Unit, stopping), stopping);
        var earlier = EarlierRuns.Of(await records.PeopleAsync(stopping));
        if (earlier.Children > 0)
        {
            await terminal.WriteLineAsync("  Åsinge finns redan här: samma tid spelas om, och inget ska sägas en gång till. --fresh börjar om från början.");
        }

        var messagesBefore = machine.Sandbox.Messages.Count;
        var progress = new Progress(terminal, IsInteractive(terminal));
        var others = all ? await OtherProgrammes.ReadAsync(calls, records, Unit, period, folders.Folder, stopping) : null;
        var journey = new Journey(machine, records, calls, Unit, await File.ReadAllBytesAsync(folders.Families, stopping), others, progress);
        var import = await journey.BeginAsync(stopping);
        await journey.RunAsync(period, stopping);
        var printed = await records.PrintedAsync(runDate: null, stopping);
        var facts = new DemoFacts
        {
            Period = period,
            Import = import,
            OtherChildren = others?.Children ?? 0,
            Earlier = earlier,
            Rules = await records.RulesAsync(stopping),
            Programmes = await records.ProgrammesAsync(stopping),
            People = await records.PeopleAsync(stopping),
            Occasions = await records.OccasionsAsync(stopping),
            Taken = await records.TakenAsync(period.Last, stopping),
            Due = await records.DueAsync(period.End, stopping),
            Waiting = await records.WaitingAsync(period.End, stopping),
            Listed = await records.ListedAsync(stopping),
            Printed = [.. printed.SelectMany(part => part.Letters)],
            Accepted = SaidCounts.Of(machine.Sandbox.Messages.Skip(messagesBefore)),
            Campaigns = all ? await records.CampaignsAsync(stopping) : [],
            Poison = (await records.ProblemsAsync(stopping)).Count,
        };
        await LetterExport.WriteAsync(records, letters, facts.Rules, printed, facts.People, stopping);
        return DemoTally.Of(facts);
    }

    private static async Task ProblemsAsync(DemoTally tally, TextWriter terminal)
    {
        var (red, plain) = IsInteractive(terminal) ? ("\u001b[31m", "\u001b[0m") : ("", "");
        foreach (var problem in tally.Problems)
        {
            await terminal.WriteLineAsync($"  {red}STÄMMER INTE: {problem}{plain}");
        }

        if (tally.Problems.IsEmpty)
        {
            await terminal.WriteLineAsync("  Allt går ihop: varje barn och varje notis är räknad, och leverantörernas siffror stämmer med liggaren.");
        }
    }

    private static bool IsInteractive(TextWriter terminal) => ReferenceEquals(terminal, Console.Out) && !Console.IsOutputRedirected;
}
