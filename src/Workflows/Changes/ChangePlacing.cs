using Notifieringar.Records.Occasions;
using Notifieringar.Records.Storage;

namespace Notifieringar.Workflows.Changes;

/// <summary>Puts a change in the journal and in Work, and then on the queue.</summary>
/// <param name="journal">The journal.</param>
/// <param name="queues">Queues.</param>
public sealed class ChangePlacing(ChangeJournal journal, Queues queues)
{
    internal async Task<ChangeOutcome> OrderAsync(OccasionChange change, CancellationToken cancellation)
    {
        var standing = await journal.OrderAsync(change, cancellation).ConfigureAwait(false);
        var reference = new ChangeReference(standing.Unit.Value, standing.Id);
        await queues.SendAsync(Queues.Changes, reference, delay: null, cancellation).ConfigureAwait(false);
        return ReferenceEquals(standing, change)
            ? new ChangeOutcome.Ordered(reference)
            : new ChangeOutcome.Refused("Another change of this came first, and is being carried out. Look at how it is afterwards, and try again.");
    }
}
