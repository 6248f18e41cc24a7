using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Reporting;
using Notifieringar.Workflows.Visits;

namespace Notifieringar.Workflows;

/// <summary>Takes off a problem that staff have seen to, or has the work done once more.</summary>
/// <param name="problems">Problems.</param>
/// <param name="queues">Queues.</param>
public sealed class SettleProblem(ProblemTable problems, Queues queues)
{
    /// <summary>Tells whether staff can have a kind of work done again; all others are taken up again by themselves.</summary>
    /// <param name="kind">The kind: the name of its queue.</param>
    /// <returns>True when <see cref="AgainAsync"/> does it.</returns>
    public static bool CanBeDoneAgain(string kind) => kind is Queues.Imports or Queues.VisitPlans or Queues.LetterRuns or Queues.Reports;

    /// <summary>Takes a problem off.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="kind">What.</param>
    /// <param name="reference">Which.</param>
    /// <param name="times">How often it had failed when staff saw it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when it has failed again since.</returns>
    public Task<bool> RunAsync(UnitId unit, string kind, string reference, int times, CancellationToken cancellation) =>
        problems.RemoveAsync(unit, kind, reference, times, cancellation);

    /// <summary>Has the work done once more. It stands on the queue before its problem is taken off, and comes back if it fails.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="kind">What.</param>
    /// <param name="reference">Which.</param>
    /// <param name="times">How often it had failed when staff saw it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when it has failed again since, or there is no such problem.</returns>
    public async Task<bool> AgainAsync(UnitId unit, string kind, string reference, int times, CancellationToken cancellation)
    {
        var standing = await problems.ReadAsync(unit, cancellation).ConfigureAwait(false);
        if (!standing.Any(problem => problem.Kind == kind && problem.Reference == reference && problem.Times == times))
        {
            return false;
        }

        await (kind switch
        {
            Queues.Imports => queues.SendAsync(kind, new ImportReference(unit.Value, reference), delay: null, cancellation),
            Queues.VisitPlans => queues.SendAsync(kind, new VisitPlanReference(unit.Value), delay: null, cancellation),
            Queues.LetterRuns => queues.SendAsync(kind, new LetterRunReference(unit.Value, reference), delay: null, cancellation),
            Queues.Reports => queues.SendAsync(kind, new ReportReference(unit.Value), delay: null, cancellation),
            _ => throw new ArgumentException("This work is taken up again by itself.", nameof(kind)),
        }).ConfigureAwait(false);
        return await problems.RemoveAsync(unit, kind, reference, times, cancellation).ConfigureAwait(false);
    }
}
