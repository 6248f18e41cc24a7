using Microsoft.Extensions.Logging;
using Notifieringar.Records.Occasions;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows;

/// <summary>Carries out a change of an occasion: every step may be done again, and the change stays in Work until all are done.</summary>
/// <param name="journal">The journal.</param>
/// <param name="definitions">Units.</param>
/// <param name="moving">Moves.</param>
/// <param name="cancelling">Calls off.</param>
/// <param name="settling">Settles answers.</param>
/// <param name="several">Changes of several occasions.</param>
/// <param name="interpreters">What is booked for visits.</param>
/// <param name="closed">Closed periods of units.</param>
/// <param name="logger">Log.</param>
public sealed partial class RunChange(
    ChangeJournal journal,
    DefinitionCache definitions,
    OccasionMoving moving,
    OccasionCancelling cancelling,
    AnswerSettling settling,
    SeveralChanges several,
    InterpreterBookings interpreters,
    ClosedPeriods closed,
    ILogger<RunChange> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="reference">The change.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is done; one that was done before does nothing.</returns>
    public async Task RunAsync(ChangeReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (await journal.OpenAsync(reference, cancellation).ConfigureAwait(false) is { } change)
        {
            await RunAsync(change, cancellation).ConfigureAwait(false);
        }
    }

    internal async Task RunAsync(OccasionChange change, CancellationToken cancellation)
    {
        var rules = await definitions.UnitAsync(change.Unit, cancellation).ConfigureAwait(false);
        switch (change.Kind)
        {
            case ChangeKind.Move:
                if (!await moving.RunAsync(rules, change, cancellation).ConfigureAwait(false))
                {
                    await journal.RefuseAsync(change, cancellation).ConfigureAwait(false);
                    Log.Refused(logger, change.Id);
                    return;
                }

                if (change.Person is not null)
                {
                    await settling.RunAsync(rules, change, cancellation).ConfigureAwait(false); // who chose a time has said yes
                }

                break;
            case ChangeKind.Cancel:
                await cancelling.CancelAsync(rules, change, cancellation).ConfigureAwait(false);
                break;
            case ChangeKind.Late:
                await cancelling.LateAsync(rules, change, cancellation).ConfigureAwait(false);
                break;
            case ChangeKind.Settle:
                await settling.RunAsync(rules, change, cancellation).ConfigureAwait(false);
                break;
            case ChangeKind.Ill:
                await RunAllAsync(await several.IllAsync(rules, change, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
                break;
            case ChangeKind.Closing:
                await closed.AddAsync(change.Unit, change.Starts.Date, change.LastDay!.Value, cancellation).ConfigureAwait(false);
                await RunAllAsync(await several.ClosingAsync(rules, change, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }

        if (change.Kind is ChangeKind.Move or ChangeKind.Cancel or ChangeKind.Settle)
        {
            await interpreters.FollowAsync(rules, change, cancellation).ConfigureAwait(false);
        }

        await journal.FinishAsync(change, cancellation).ConfigureAwait(false);
        Log.Done(logger, change.Kind, change.Id);
    }

    // Each stands in the journal by now; one that was carried out before a crash is not open any more.
    private async Task RunAllAsync(IEnumerable<OccasionChange> changes, CancellationToken cancellation)
    {
        foreach (var change in changes)
        {
            await RunAsync(new ChangeReference(change.Unit.Value, change.Id), cancellation).ConfigureAwait(false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Kind} {Change} is done.")]
        public static partial void Done(ILogger logger, ChangeKind kind, string change);

        [LoggerMessage(2, LogLevel.Information, "Move {Change} was not made: another visit has the time.")]
        public static partial void Refused(ILogger logger, string change);
    }
}
