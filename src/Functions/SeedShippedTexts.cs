using Microsoft.Azure.Functions.Worker;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>Puts shipped texts and programmes in place, at every start and once a night.</summary>
/// <param name="seed">The workflow.</param>
public sealed class SeedShippedTexts(SeedTexts seed)
{
    /// <summary>Runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(SeedShippedTexts))]
    public Task RunAsync([TimerTrigger("0 15 2 * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation) =>
        seed.RunAsync(cancellation);
}
