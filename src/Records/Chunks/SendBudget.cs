using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Chunks;

/// <summary>One row per provider and minute, so that all instances together stay under the provider's rate. Runs on real time.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="time">Real time.</param>
public sealed class SendBudget(Tables tables, TimeProvider time)
{
    private const string Name = "SendBudget";
    private const int Attempts = 8;

    // What this instance last saw of each row: where nobody else sends, a permit costs one write and no read.
    private readonly ConcurrentDictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes part of this minute's budget.</summary>
    /// <param name="provider">The provider's short name.</param>
    /// <param name="wanted">How many messages.</param>
    /// <param name="perMinute">The provider's limit; 0 for none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Null when granted; else how long until the next minute begins.</returns>
    public async Task<Duration?> TakeAsync(string provider, int wanted, int perMinute, CancellationToken cancellation)
    {
        if (perMinute == 0)
        {
            return null;
        }

        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            var minute = now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
            var seen = _seen.TryGetValue(provider, out var last) && last.Minute == minute ? last : new Seen(minute, 0, null);
            if (seen.Used > 0 && seen.Used + wanted > perMinute)
            {
                return Duration.FromSeconds(60 - now.InUtc().Second);
            }

            var row = new TableEntity(provider, minute) { ["Used"] = seen.Used + wanted };
            try
            {
                var written = await (seen.ETag is { } etag
                    ? table.UpdateEntityAsync(row, etag, TableUpdateMode.Merge, cancellation)
                    : table.AddEntityAsync(row, cancellation)).ConfigureAwait(false);
                _seen[provider] = new Seen(minute, seen.Used + wanted, written.Headers.ETag);
                return null;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
            {
                var current = await table.GetEntityAsync<TableEntity>(provider, minute, cancellationToken: cancellation).ConfigureAwait(false);
                _seen[provider] = new Seen(minute, current.Value.GetInt32("Used") ?? 0, current.Value.ETag);
            }
        }

        return Duration.FromSeconds(1);
    }

    private sealed record Seen(string Minute, int Used, ETag? ETag);
}
