using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Aging;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Functions;

/// <summary>Every night: asks for what has become too old to be removed, in every unit.</summary>
/// <param name="definitions">Units.</param>
/// <param name="queues">Queues.</param>
public sealed class SweepAged(DefinitionCache definitions, Queues queues)
{
    /// <summary>Runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When all is queued.</returns>
    [Function(nameof(SweepAged))]
    public async Task RunAsync([TimerTrigger("0 20 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var unit in await definitions.UnitsAsync(cancellation))
        {
            foreach (var part in Keys.Shards(unit.Shards).Prepend(AgingReference.Shared))
            {
                await queues.SendAsync(Queues.Aged, new AgingReference(unit.Unit.Value, part), delay: null, cancellation);
            }
        }
    }
}
