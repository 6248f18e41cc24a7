using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Silencing;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Silences a household and all that hangs on it: linked households, queued notices, letters, visits. Every step may be done
/// again, and the silence stays in Work until all are done (<see href="docs/adr/0007-silences-by-journal.md"/>).</summary>
/// <param name="journal">The journal.</param>
/// <param name="definitions">Units.</param>
/// <param name="circle">The households it covers.</param>
/// <param name="visits">Calls off visits.</param>
/// <param name="notices">Stops notices.</param>
/// <param name="receipts">Counts what was done.</param>
/// <param name="callList">Staff's list.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Log.</param>
public sealed partial class SilenceHousehold(
    SilenceJournal journal,
    DefinitionCache definitions,
    HouseholdCircle circle,
    VisitCancelling visits,
    NoticeStopping notices,
    SilenceCounting receipts,
    CallList callList,
    IClock clock,
    ILogger<SilenceHousehold> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="reference">The silence.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When all is done, or waits only for a part that is being printed.</returns>
    public async Task RunAsync(SilenceReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (await journal.OpenAsync(reference, cancellation).ConfigureAwait(false) is not { } silence)
        {
            return;
        }

        var rules = await definitions.UnitAsync(silence.Unit, cancellation).ConfigureAwait(false);
        var households = await circle.FindAsync(rules, silence, cancellation).ConfigureAwait(false);

        // The flags first: from here on no claim on any of these households can be made for a message.
        foreach (var household in households)
        {
            await circle.MarkAsync(rules, silence, household, cancellation).ConfigureAwait(false);
        }

        var left = await visits.CancelAsync(rules, silence, households, cancellation).ConfigureAwait(false);
        await ListAsync(silence, households, left, cancellation).ConfigureAwait(false);
        var sum = new StoppedCounts(0, 0);
        foreach (var person in households.Concat(left))
        {
            sum += await notices.StopAsync(rules, silence, person, cancellation).ConfigureAwait(false);
        }

        if (sum.BeingPrinted > 0)
        {
            Log.Waits(logger, silence.Id, sum.BeingPrinted);
            return; // the sweep comes back: the part's pages are known when it is printed
        }

        var receipt = await receipts.CountAsync(rules, silence, households, left, sum.UnderWay, cancellation).ConfigureAwait(false);
        await journal.FinishAsync(silence, receipt, cancellation).ConfigureAwait(false);
        Log.Done(logger, silence.Id, receipt.Households, receipt.Sms + receipt.Emails + receipt.Letters, receipt.Pull.Length, receipt.SlotsFreed);
    }

    // What only a person can do: speak with the family of a dead guardian, find a new time with a home whose visit is off.
    private async Task ListAsync(
        Silence silence, IReadOnlyCollection<PersonId> households, IReadOnlyCollection<PersonId> left, CancellationToken cancellation)
    {
        ListedNotice Task(PersonId person, SkipReason reason) => new(
            silence.Unit, person, new NoticeKey("silence", silence.Id, 0, silence.Kind.ToString(), Channel.Letter), reason);
        var bereaved = silence.Kind == SilenceKind.Deceased ? households : [];
        List<ListedNotice> tasks =
        [
            .. bereaved.Select(person => Task(person, SkipReason.Deceased)),
            .. left.Select(person => Task(person, SkipReason.VisitCancelled)),
        ];
        if (tasks.Count > 0)
        {
            await callList.AddAsync(tasks, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Silence {Silence} is done: {Households} households, {Stopped} notices stopped, {Pull} letters to pull, {Slots} slots freed.")]
        public static partial void Done(ILogger logger, string silence, int households, int stopped, int pull, int slots);

        [LoggerMessage(2, LogLevel.Information, "Silence {Silence} waits for {Letters} letters that are being printed.")]
        public static partial void Waits(ILogger logger, string silence, int letters);
    }
}
