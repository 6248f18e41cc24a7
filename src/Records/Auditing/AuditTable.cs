using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Auditing;

/// <summary>Something that somebody did. It names no family and no text.</summary>
/// <param name="Unit">The unit; <see cref="AuditTable.EveryUnit"/> for what concerns all.</param>
/// <param name="Key">Partition and row key, as they stand.</param>
/// <param name="At">When.</param>
/// <param name="Who">An opaque id of a user or a key.</param>
/// <param name="Action">What was done.</param>
/// <param name="What">To what: ids.</param>
/// <param name="Outcome">What came of it; empty when that was never noted, because the process died in between.</param>
public sealed record AuditEntry(UnitId Unit, (string Partition, string Row) Key, Instant At, string Who, string Action, string What, string Outcome);

/// <summary>Who has done what. A row stands before the thing is done and gets its outcome afterwards; nothing else changes it, and only its age
/// removes it.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class AuditTable(Tables tables)
{
    private const string Name = "Audit";
    private const int Salt = 8;

    /// <summary>In place of a unit for what concerns all. No unit can have this id: it is no letter or digit.</summary>
    public static UnitId EveryUnit { get; } = new("_");

    /// <summary>Notes that something is about to be done.</summary>
    /// <param name="entry">What, without a key.</param>
    /// <param name="day">The local day it stands under.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The entry with its key.</returns>
    public async Task<AuditEntry> AddAsync(AuditEntry entry, LocalDate day, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var kept = entry with { Key = (Keys.Audit(entry.Unit, day), Keys.NewestFirst(entry.At, RandomNumberGenerator.GetHexString(Salt, lowercase: true))) };
        var row = new TableEntity(kept.Key.Partition, kept.Key.Row)
        {
            ["At"] = entry.At.ToDateTimeOffset(),
            ["Who"] = entry.Who,
            ["Action"] = entry.Action,
            ["What"] = entry.What,
            ["Outcome"] = entry.Outcome,
        };
        await table.AddEntityAsync(row, cancellation).ConfigureAwait(false);
        return kept;
    }

    /// <summary>Notes what came of it.</summary>
    /// <param name="entry">The entry as it was added.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is noted.</returns>
    public async Task EndAsync(AuditEntry entry, string outcome, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(entry.Key.Partition, entry.Key.Row) { ["Outcome"] = outcome };
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads a day.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="day">The local day.</param>
    /// <param name="after">The row key of the last one seen; empty for the newest.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(UnitId unit, LocalDate day, string after, int count, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var filter = $"PartitionKey eq {TableExtensions.Quoted(Keys.Audit(unit, day))} and RowKey gt {TableExtensions.Quoted(after)}";
        var found = new List<AuditEntry>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: count, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add(Entry(row, unit));
            if (found.Count == count)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Removes what stands under days that have become too old.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="before">The first local day that stays.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many rows are gone.</returns>
    public async Task<int> ForgetAsync(UnitId unit, LocalDate before, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var filter = $"PartitionKey ge {TableExtensions.Quoted(Keys.Audit(unit, new LocalDate(1, 1, 1)))} and PartitionKey lt {TableExtensions.Quoted(Keys.Audit(unit, before))}";
        return await table.RemoveFoundAsync(filter, cancellation).ConfigureAwait(false);
    }

    private static AuditEntry Entry(TableEntity row, UnitId unit) => new(
        unit,
        (row.PartitionKey, row.RowKey),
        row.GetInstant("At") ?? Instant.MinValue,
        row.GetString("Who") ?? "",
        row.GetString("Action") ?? "",
        row.GetString("What") ?? "",
        row.GetString("Outcome") ?? "");
}
