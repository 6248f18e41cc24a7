using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Records.Erasing;

/// <summary>The journal of erasures. An erasure stands here and in Work before anything is done. When all is, its row keeps counts and moments
/// and names nobody; it leaves Work last.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class ErasureJournal(Tables tables)
{
    private const string Name = "Erasures";
    private const string Done = "done";
    private const string Shard = "0";

    /// <summary>Writes an erasure in the journal, then in Work. One that is in progress stays; one that is done begins anew.</summary>
    /// <param name="erasure">The erasure.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When both stand; only then may it be put on the queue.</returns>
    public async Task OrderAsync(Erasure erasure, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var standing = erasure;
        if (!await journal.TryAddAsync(Row(erasure), cancellation).ConfigureAwait(false)
            && await RowAsync(erasure.Reference, cancellation).ConfigureAwait(false) is { } before)
        {
            if (before.GetString("State") == Done)
            {
                await journal.UpdateEntityAsync(Row(erasure), before.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            }
            else
            {
                standing = Read(before);
                await HardenAsync(journal, before, erasure, cancellation).ConfigureAwait(false);
            }
        }

        var work = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        await work.UpsertEntityAsync(new TableEntity(PartitionOf(standing), Keys.Erasure(standing.Id)), TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    /// <summary>Every erasure in progress, of all units, however old.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The oldest first.</returns>
    public async Task<IReadOnlyList<ErasureReference>> InProgressAsync(Instant now, CancellationToken cancellation)
    {
        var work = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var found = new List<ErasureReference>();
        var filter = $"PartitionKey lt {TableExtensions.Quoted(Keys.WorkEnd(now))} and RowKey ge 'erasure~' and RowKey lt 'erasure~~'";
        await foreach (var row in work.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add(new ErasureReference(Keys.ParseWork(row.PartitionKey).Unit.Value, row.RowKey.Split('~', 2)[1]));
        }

        return found;
    }

    /// <summary>Finds an erasure that is not done.</summary>
    /// <param name="reference">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The erasure; null when it is done or was never ordered.</returns>
    public async Task<Erasure?> OpenAsync(ErasureReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (await RowAsync(reference, cancellation).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        if (row.GetString("State") == Done)
        {
            await LeaveWorkAsync(new UnitId(reference.Unit), row, cancellation).ConfigureAwait(false); // a crash came between the two writes
            return null;
        }

        return Read(row);
    }

    /// <summary>What is known of an erasure.</summary>
    /// <param name="reference">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The record; null when there is no such erasure.</returns>
    public async Task<ErasureRecord?> FindAsync(ErasureReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return await RowAsync(reference, cancellation).ConfigureAwait(false) is { } row
            ? new ErasureRecord(
                row.RowKey,
                row.GetDateTimeOffset("OrderedAt") ?? DateTimeOffset.MinValue,
                row.GetDateTimeOffset("DoneAt"),
                row.GetString("Stopped") is { } stopped ? JsonSerializer.Deserialize<SilenceReceipt>(stopped, JsonSerializerOptions.Web) : null,
                row.GetString("By") ?? "")
            : null;
    }

    /// <summary>Notes what must be known until all is done, although the household is gone.</summary>
    /// <param name="erasure">The erasure with what is to be noted.</param>
    /// <param name="stopped">What its silence has stopped; null keeps what is noted.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The erasure in its new version; null when another worker is further: whoever notes anything then would bring back what it has
    /// forgotten.</returns>
    public async Task<Erasure?> NoteAsync(Erasure erasure, SilenceReceipt? stopped, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = Row(erasure);
        row["Stopped"] = stopped is null ? null : JsonSerializer.Serialize(stopped, JsonSerializerOptions.Web);
        try
        {
            var noted = await journal.UpdateEntityAsync(row, new ETag(erasure.Version), TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
            return erasure with { Version = noted.Headers.ETag?.ToString("G") ?? "" };
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return null;
        }
    }

    /// <summary>Forgets whom it was about, and last of all takes it out of Work.</summary>
    /// <param name="erasure">The erasure.</param>
    /// <param name="now">When it is done.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is done.</returns>
    public async Task FinishAsync(Erasure erasure, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        if (await RowAsync(erasure.Reference, cancellation).ConfigureAwait(false) is not { } before
            || before.GetString("State") == Done
            || MayReturn(before) != erasure.MayReturn)
        {
            return; // another worker was faster, or the family has asked for it meanwhile
        }

        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var done = new TableEntity(erasure.Unit.Value, erasure.Id)
        {
            ["State"] = Done,
            ["By"] = erasure.By,
            ["OrderedAt"] = erasure.OrderedAt.ToDateTimeOffset(),
            ["DoneAt"] = now.ToDateTimeOffset(),
            ["Stopped"] = before.GetString("Stopped"),
        };
        await journal.UpdateEntityAsync(done, before.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
        await LeaveWorkAsync(erasure.Unit, done, cancellation).ConfigureAwait(false);
    }

    // What goes by its age already may be asked for by the family as well: then it may not come back.
    private static async Task HardenAsync(TableClient journal, TableEntity before, Erasure erasure, CancellationToken cancellation)
    {
        if (MayReturn(before) && !erasure.MayReturn)
        {
            var asked = new TableEntity(before.PartitionKey, before.RowKey) { ["MayReturn"] = false, ["By"] = erasure.By };
            await journal.UpdateEntityAsync(asked, before.ETag, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
        }
    }

    private async Task LeaveWorkAsync(UnitId unit, TableEntity row, CancellationToken cancellation)
    {
        var work = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var partition = Keys.Work(row.GetInstant("OrderedAt") ?? Instant.MinValue, unit, Shard);
        await work.DeleteEntityAsync(partition, Keys.Erasure(row.RowKey), ETag.All, cancellation).ConfigureAwait(false);
    }

    private async Task<TableEntity?> RowAsync(ErasureReference reference, CancellationToken cancellation)
    {
        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = await journal.GetEntityIfExistsAsync<TableEntity>(reference.Unit, reference.Erasure, cancellationToken: cancellation).ConfigureAwait(false);
        return row.HasValue ? row.Value : null;
    }

    private static string PartitionOf(Erasure erasure) => Keys.Work(erasure.OrderedAt, erasure.Unit, Shard);

    private static TableEntity Row(Erasure erasure) => new(erasure.Unit.Value, erasure.Id)
    {
        ["State"] = "ordered",
        ["Person"] = erasure.Person.Value,
        ["By"] = erasure.By,
        ["OrderedAt"] = erasure.OrderedAt.ToDateTimeOffset(),
        ["Links"] = string.Join(' ', erasure.Links.Select(link => link.Value)),
        ["Numbers"] = string.Join(' ', erasure.Numbers),
        ["WipedAt"] = erasure.WipedAt,
        ["MayReturn"] = erasure.MayReturn,
    };

    private static Erasure Read(TableEntity row) => new(
        new UnitId(row.PartitionKey),
        row.RowKey,
        new PersonId(row.GetString("Person") ?? ""),
        row.GetString("By") ?? "",
        row.GetInstant("OrderedAt") ?? Instant.MinValue,
        [.. Words(row, "Links").Select(link => new PersonId(link))],
        [.. Words(row, "Numbers")],
        row.GetDateTimeOffset("WipedAt"),
        row.ETag.ToString("G"),
        MayReturn(row));

    private static bool MayReturn(TableEntity row) => row.GetBoolean("MayReturn") ?? false;

    private static string[] Words(TableEntity row, string name) => (row.GetString(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
