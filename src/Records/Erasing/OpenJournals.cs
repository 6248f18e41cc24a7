using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Erasing;

/// <summary>What has been begun with a household and must be finished before it goes: a silence that covers other homes too, a change of a visit.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class OpenJournals(Tables tables)
{
    private static readonly string[] Journals = ["Silences", "Changes"];

    /// <summary>Counts them.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The household.</param>
    /// <param name="occasions">Its visits.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many are in progress.</returns>
    public async Task<int> CountAsync(UnitId unit, PersonId person, IReadOnlySet<OccasionId> occasions, CancellationToken cancellation)
    {
        var count = 0;
        var open = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)} and State eq 'ordered'";
        foreach (var name in Journals)
        {
            var table = await tables.GetAsync(name).ConfigureAwait(false);
            await foreach (var row in table.QueryAsync<TableEntity>(open, cancellationToken: cancellation).ConfigureAwait(false))
            {
                count += row.GetString("Person") == person.Value || occasions.Contains(new OccasionId(row.GetString("Occasion") ?? "-")) ? 1 : 0;
            }
        }

        return count;
    }
}
