using Microsoft.Azure.Functions.Worker;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Storage;

namespace Notifieringar.Functions;

/// <summary>Reads a received file into People.</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ImportPeople(Workflows.ImportPeople workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="message">What to work on.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When done.</returns>
    [Function(nameof(ImportPeople))]
    public Task RunAsync([QueueTrigger(Queues.Imports)] ImportReference message, CancellationToken cancellation) => workflow.RunAsync(message, cancellation);
}
