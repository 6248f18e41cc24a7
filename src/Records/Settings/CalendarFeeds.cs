using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Settings;

/// <summary>The address at which a pair's calendar can be subscribed to. The address itself is stored nowhere: it is made of this.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Pair">The pair, as a short hash of its name.</param>
/// <param name="Number">Which address of the pair it is: an earlier one opens nothing.</param>
/// <param name="IsOpen">False when it has been closed.</param>
/// <param name="By">Who opened or closed it, as an opaque id.</param>
/// <param name="Since">When.</param>
/// <param name="Version">As read; null for one that was never written.</param>
public sealed record CalendarFeed(UnitId Unit, string Pair, int Number, bool IsOpen, string By, Instant Since, string? Version = null);

/// <summary>Which calendar addresses are open.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class CalendarFeeds(Tables tables)
{
    private const string Name = "Settings";

    /// <summary>Finds a pair's.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Null when it never had one.</returns>
    public async Task<CalendarFeed?> FindAsync(UnitId unit, string pair, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition(unit), pair, cancellationToken: cancellation).ConfigureAwait(false);
        return row is { HasValue: true, Value: { } found } ? Read(unit, found) : null;
    }

    /// <summary>Those of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By pair.</returns>
    public async Task<IReadOnlyDictionary<string, CalendarFeed>> ListAsync(UnitId unit, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = new Dictionary<string, CalendarFeed>(StringComparer.Ordinal);
        var filter = $"PartitionKey eq {TableExtensions.Quoted(Partition(unit))}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found[row.RowKey] = Read(unit, row);
        }

        return found;
    }

    /// <summary>Writes one as it is from now on.</summary>
    /// <param name="feed">The feed, with the version it was read at.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when somebody changed it meanwhile: read again.</returns>
    public async Task<bool> WriteAsync(CalendarFeed feed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(Partition(feed.Unit), feed.Pair)
        {
            ["Number"] = feed.Number,
            ["IsOpen"] = feed.IsOpen,
            ["By"] = feed.By,
            ["Since"] = feed.Since.ToDateTimeOffset(),
        };
        if (feed.Version is not { } version)
        {
            return await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
        }

        try
        {
            await table.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    private static string Partition(UnitId unit) => $"calendar~{unit}";

    private static CalendarFeed Read(UnitId unit, TableEntity row) => new(
        unit,
        row.RowKey,
        row.GetInt32("Number") ?? 0,
        row.GetBoolean("IsOpen") ?? false,
        row.GetString("By") ?? "",
        row.GetInstant("Since") ?? Instant.MinValue,
        row.ETag.ToString("G"));
}
