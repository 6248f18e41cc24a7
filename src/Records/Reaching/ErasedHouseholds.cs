using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Reaching;

/// <summary>Households that have been erased and may not come back by an import, known by a hash only. They stand among the suppressions.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class ErasedHouseholds(Tables tables)
{
    private const string Prefix = "erased~";

    /// <summary>Says that a household may not come back.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="hash">Hash of the household.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task MarkAsync(UnitId unit, string hash, Instant now, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Suppressions.Name).ConfigureAwait(false);
        await table.TryAddAsync(
            Suppressions.Row(new Suppression(unit, Prefix + hash, ClosedChannels.None, SuppressionReason.Erased, now)), cancellation).ConfigureAwait(false);
    }

    /// <summary>The erased households of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Their hashes.</returns>
    public async Task<IReadOnlySet<string>> ReadAsync(UnitId unit, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Suppressions.Name).ConfigureAwait(false);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var filter = TableExtensions.Range(unit.Value, Prefix, Prefix + "~");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add(row.RowKey[Prefix.Length..]);
        }

        return found;
    }

    /// <summary>Lets a household come back.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="hash">Hash of the household.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When nothing stands against it.</returns>
    public async Task LiftAsync(UnitId unit, string hash, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Suppressions.Name).ConfigureAwait(false);
        await table.DeleteEntityAsync(unit.Value, Prefix + hash, ETag.All, cancellation).ConfigureAwait(false);
    }
}
