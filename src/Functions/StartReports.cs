using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Reporting;

namespace Notifieringar.Functions;

/// <summary>Every night: asks for the reports of every unit to be counted.</summary>
/// <param name="definitions">Units.</param>
/// <param name="queues">Queues.</param>
public sealed class StartReports(DefinitionCache definitions, Queues queues)
{
    /// <summary>Runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When all are queued.</returns>
    [Function(nameof(StartReports))]
    public async Task RunAsync([TimerTrigger("0 30 4 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var unit in await definitions.UnitsAsync(cancellation))
        {
            await queues.SendAsync(Queues.Reports, new ReportReference(unit.Unit.Value), delay: null, cancellation);
        }
    }
}
