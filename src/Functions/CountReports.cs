using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Reporting;

namespace Notifieringar.Functions;

/// <summary>Counts a unit's reports.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class CountReports(Workflows.CountReports workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(CountReports))]
    public Task RunAsync([QueueTrigger(Queues.Reports)] ReportReference message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
