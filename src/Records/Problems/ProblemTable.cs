using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Problems;

/// <summary>Work that the system could not do and someone must look at.</summary>
/// <param name="Unit">The unit it concerns.</param>
/// <param name="Kind">What could not be done: the name of its queue.</param>
/// <param name="Reference">Which: an id, never personal data.</param>
/// <param name="Times">How often it has failed for good.</param>
/// <param name="LastAt">When last.</param>
public sealed record Problem(UnitId Unit, string Kind, string Reference, int Times, Instant LastAt);

/// <summary>What stands under Problems: one row for each piece of work, however often it fails.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class ProblemTable(Tables tables)
{
    private const string Name = "Problems";

    /// <summary>Stands for the unit where a message names none that can be read: it concerns those who look after the system.</summary>
    public static UnitId NoUnit { get; } = new("-");

    /// <summary>Notes that a piece of work has failed for good once more.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="kind">What.</param>
    /// <param name="reference">Which.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The problem with its count.</returns>
    public async Task<Problem> NoteAsync(UnitId unit, string kind, string reference, Instant now, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var key = $"{kind}~{reference}";
        var found = await table.GetEntityIfExistsAsync<TableEntity>(unit.Value, key, cancellationToken: cancellation).ConfigureAwait(false);
        var times = found.HasValue ? (found.Value!.GetInt32("Times") ?? 0) + 1 : 1;
        var row = new TableEntity(unit.Value, key) { ["Times"] = times, ["LastAt"] = now.ToDateTimeOffset() };
        await table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
        return new Problem(unit, kind, reference, times, now);
    }

    /// <summary>Takes off a problem that somebody has seen to.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="kind">What.</param>
    /// <param name="reference">Which.</param>
    /// <param name="times">How often it had failed when it was seen.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when it has failed again since: it stays. True when it is gone, now or before.</returns>
    public async Task<bool> RemoveAsync(UnitId unit, string kind, string reference, int times, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var key = $"{kind}~{reference}";
        var found = await table.GetEntityIfExistsAsync<TableEntity>(unit.Value, key, cancellationToken: cancellation).ConfigureAwait(false);
        if (!found.HasValue)
        {
            return true;
        }

        if (found.Value!.GetInt32("Times") != times)
        {
            return false;
        }

        try
        {
            await table.DeleteEntityAsync(unit.Value, key, found.Value.ETag, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException again) when (again.Status == 412)
        {
            return false;
        }
    }

    /// <summary>The problems of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By kind.</returns>
    public async Task<IReadOnlyList<Problem>> ReadAsync(UnitId unit, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var problems = new List<Problem>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var key = row.RowKey.Split('~', 2);
            problems.Add(new Problem(unit, key[0], key[1], row.GetInt32("Times") ?? 0, row.GetInstant("LastAt") ?? Instant.MinValue));
        }

        return problems;
    }
}
