using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Erasing;

/// <summary>Takes a household out of the rows of its children's other homes, which go on as if it had never been.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class OtherHomes(Tables tables)
{
    private const int Attempts = 8;

    /// <summary>Removes the link of another home to a household.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The other home's shard.</param>
    /// <param name="other">The other home.</param>
    /// <param name="erased">The household.</param>
    /// <param name="now">When, on the clock that decides what is due.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone.</returns>
    public async Task ForgetAsync(UnitId unit, string shard, PersonId other, PersonId erased, Instant now, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(PeopleTable.Name).ConfigureAwait(false);
        var partition = Keys.People(unit, shard);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var link = await table.GetEntityIfExistsAsync<TableEntity>(partition, Keys.Link(other, erased), cancellationToken: cancellation).ConfigureAwait(false);
            var home = await table.GetEntityIfExistsAsync<TableEntity>(partition, other.Value, cancellationToken: cancellation).ConfigureAwait(false);
            if (!link.HasValue || !home.HasValue)
            {
                return;
            }

            TableTransactionAction[] actions =
            [
                new(TableTransactionActionType.UpdateMerge, new TableEntity(partition, other.Value) { ["LastChanged"] = now.ToDateTimeOffset() }, home.Value!.ETag),
                new(TableTransactionActionType.Delete, link.Value!, ETag.All), // guarded by the person row
            ];
            try
            {
                await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
                return;
            }
            catch (TableTransactionFailedException changed) when (changed.Status is 404 or 412)
            {
                // Read again.
            }
        }

        throw new InvalidOperationException("A household kept changing while another home was taken out of it.");
    }
}
