using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Settings;

/// <summary>A stop: nothing is sent or printed while it stands.</summary>
/// <param name="Unit">The unit that is stopped; null for everything.</param>
/// <param name="Reason">Why, in staff's words; null when not said.</param>
/// <param name="Since">From when.</param>
public sealed record Stop(UnitId? Unit, string? Reason, Instant Since);

/// <summary>The stops that stand, few enough to be read at once.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class StopTable(Tables tables)
{
    private const string Name = "Settings";
    private const string Partition = "stop";

    // A unit's id has no ~.
    private const string Everything = "~";

    /// <summary>Every stop that stands.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>One for everything, one for each unit, or none.</returns>
    public async Task<IReadOnlyList<Stop>> ReadAsync(CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var stops = new List<Stop>();
        await foreach (var row in table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'", cancellationToken: cancellation).ConfigureAwait(false))
        {
            stops.Add(new Stop(
                row.RowKey == Everything ? null : new UnitId(row.RowKey),
                row.GetString("Reason"),
                row.GetInstant("Since") ?? Instant.MinValue));
        }

        return stops;
    }

    /// <summary>Writes a stop; one that stands gets the new reason.</summary>
    /// <param name="stop">The stop.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task PutAsync(Stop stop, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stop);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(Partition, stop.Unit?.Value ?? Everything)
        {
            ["Reason"] = stop.Reason,
            ["Since"] = stop.Since.ToDateTimeOffset(),
        };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes a stop away.</summary>
    /// <param name="unit">The unit; null for the stop of everything.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone.</returns>
    public async Task RemoveAsync(UnitId? unit, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.DeleteEntityAsync(Partition, unit?.Value ?? Everything, ETag.All, cancellation).ConfigureAwait(false);
    }
}
