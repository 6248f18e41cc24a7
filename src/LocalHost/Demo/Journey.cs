using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Imports;

namespace Notifieringar.LocalHost.Demo;

/// <summary>Moves the clock from one moment at which something happens to the next, and lets it happen.</summary>
internal sealed class Journey(
    LocalMachine machine, DemoRecords records, FunctionCalls calls, UnitId unit, byte[] file, OtherProgrammes? others, Progress progress)
{
    private readonly int _messagesBefore = machine.Sandbox.Messages.Count;
    private int _letters;

    /// <summary>Takes in the list for the first time and catches up with whatever an earlier run left.</summary>
    public async Task<ImportReport> BeginAsync(CancellationToken cancellationToken)
    {
        var import = await calls.ImportAsync(unit, file, cancellationToken);
        await machine.Triggers.DrainAsync(cancellationToken: cancellationToken);
        if (others is not null)
        {
            await others.ConfirmPeopleAsync(cancellationToken);
        }

        var report = await calls.ReportAsync(import, cancellationToken);
        if (report.State != "done")
        {
            throw new StartFailedException($"demo/families.csv was not imported ({report.State}).");
        }

        return report;
    }

    public async Task RunAsync(DemoPeriod period, CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        var stop = await NextAsync(period.Start, cancellationToken);
        while (stop.At <= period.End)
        {
            await StopAsync(stop, cancellationToken);
            await progress.ShowAsync(stop.At, Said());
            stop = await NextAsync(stop.At, cancellationToken);
        }

        machine.SetClock(period.End);
        await SweepAsync(cancellationToken);
        await progress.EndAsync();
    }

    private async Task<Stop> NextAsync(Instant now, CancellationToken cancellationToken)
    {
        var due = await records.NextDueAsync(now, cancellationToken) ?? Instant.MaxValue;
        var letters = await records.NextLetterRunAsync(now, cancellationToken) ?? Instant.MaxValue;
        var import = DemoPeriod.NextImport(now);
        var planning = DemoPeriod.NextPlanning(now);
        var at = Instant.Min(Instant.Min(due, letters), Instant.Min(import, planning));
        at = Instant.Min(at, others?.NextAfter(now) ?? Instant.MaxValue);
        return new Stop(at, IsPlanning: at == planning, IsImport: at == import, IsLetterRun: at == letters);
    }

    private async Task StopAsync(Stop stop, CancellationToken cancellationToken)
    {
        machine.SetClock(stop.At);
        if (stop.IsPlanning)
        {
            await FireAsync("StartVisitPlanning", cancellationToken);
            await FireAsync("SweepOverdueReceipts", cancellationToken);
        }

        if (stop.IsImport)
        {
            await calls.ImportAsync(unit, file, cancellationToken);
            await machine.Triggers.DrainAsync(cancellationToken: cancellationToken);
        }

        if (others is not null)
        {
            await ActAsync(others, stop, cancellationToken);
        }

        await SendAsync(cancellationToken);
        if (stop.IsLetterRun)
        {
            await PrintAsync(Stockholm.LocalOf(stop.At).Date, cancellationToken);
        }
    }

    private async Task ActAsync(OtherProgrammes others, Stop stop, CancellationToken cancellationToken)
    {
        if (stop.IsImport)
        {
            await others.ConfirmPeopleAsync(cancellationToken);
        }

        await others.ActAsync(stop.At, cancellationToken);
        await FireAsync("SweepCampaigns", cancellationToken);
    }

    // What the providers have to tell comes a moment later, and is recorded before the clock moves on.
    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var before = machine.Sandbox.Messages.Count;
        await FireAsync("SendDueNotices", cancellationToken);
        if (machine.Sandbox.Messages.Count > before)
        {
            await machine.Sandbox.Receipts.SettledAsync(cancellationToken);
            await FireAsync("SweepReceipts", cancellationToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await FireAsync("CloseLetterRuns", cancellationToken);
    }

    private async Task PrintAsync(LocalDate runDate, CancellationToken cancellationToken)
    {
        var before = await LettersOfAsync(runDate, cancellationToken);
        await FireAsync("CloseLetterRuns", cancellationToken);
        _letters += await LettersOfAsync(runDate, cancellationToken) - before;
    }

    private async Task<int> LettersOfAsync(LocalDate runDate, CancellationToken cancellationToken) =>
        (await records.PrintedAsync(runDate, cancellationToken)).Sum(part => part.Letters.Count);

    private async Task FireAsync(string timer, CancellationToken cancellationToken)
    {
        var outcome = await machine.Triggers.FireTimerAsync(timer, cancellationToken);
        if (!outcome.Succeeded)
        {
            throw new StartFailedException($"{timer} failed: {outcome.Reason}. The function process's log says more.");
        }

        await machine.Triggers.DrainAsync(cancellationToken: cancellationToken);
    }

    private SaidCounts Said()
    {
        var messages = SaidCounts.Of(machine.Sandbox.Messages.Skip(_messagesBefore));
        return messages with { Letters = _letters };
    }

    private sealed record Stop(Instant At, bool IsPlanning, bool IsImport, bool IsLetterRun);
}
