using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Visits;

namespace Notifieringar.Functions;

/// <summary>Every night: asks for the visits of every unit to be planned.</summary>
/// <param name="definitions">Units.</param>
/// <param name="queues">Queues.</param>
public sealed class StartVisitPlanning(DefinitionCache definitions, Queues queues)
{
    /// <summary>Runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When all are queued.</returns>
    [Function(nameof(StartVisitPlanning))]
    public async Task RunAsync([TimerTrigger("0 0 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var unit in await definitions.UnitsAsync(cancellation))
        {
            await queues.SendAsync(Queues.VisitPlans, new VisitPlanReference(unit.Unit.Value), delay: null, cancellation);
        }
    }
}
