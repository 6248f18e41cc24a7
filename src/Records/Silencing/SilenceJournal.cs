using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Records.Silencing;

/// <summary>The queue message of a silence.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Silence">The silence's id.</param>
public sealed record SilenceReference(string Unit, string Silence);

/// <summary>A silence as ordered. It names people by their ids only.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Why.</param>
/// <param name="Person">The household it begins with.</param>
/// <param name="Child">The child that has died; null for other kinds.</param>
/// <param name="By">Who ordered it, as an opaque id.</param>
/// <param name="OrderedAt">When, on the clock that decides what is due.</param>
public sealed record Silence(UnitId Unit, string Id, SilenceKind Kind, PersonId Person, ChildId? Child, string By, Instant OrderedAt)
{
    /// <summary>What stands as the claimer of ledger rows that it has settled.</summary>
    public string Claimer => $"silence~{Id}";
}

/// <summary>The journal of silences. A silence stands here and in Work before anything is done, and leaves Work last.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class SilenceJournal(Tables tables)
{
    private const string Name = "Silences";
    private const string Ordered = "ordered";
    private const string Done = "done";

    /// <summary>Writes a silence in the journal, then in Work. Ordering it again changes nothing.</summary>
    /// <param name="silence">The silence.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When both stand; only then may it be put on the queue.</returns>
    public async Task OrderAsync(Silence silence, string shard, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(silence);
        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var partition = Keys.Work(silence.OrderedAt, silence.Unit, shard);
        var added = await journal.TryAddAsync(
            new TableEntity(silence.Unit.Value, silence.Id)
            {
                ["Kind"] = silence.Kind.ToString(),
                ["Person"] = silence.Person.Value,
                ["Child"] = silence.Child?.Value,
                ["By"] = silence.By,
                ["OrderedAt"] = silence.OrderedAt.ToDateTimeOffset(),
                ["WorkPartition"] = partition,
                ["State"] = Ordered,
            },
            cancellation).ConfigureAwait(false);
        if (!added && await RowAsync(silence.Unit, silence.Id, cancellation).ConfigureAwait(false) is { } before)
        {
            if (before.GetString("State") == Done)
            {
                return;
            }

            partition = before.GetString("WorkPartition") ?? partition;
        }

        var work = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        await work.UpsertEntityAsync(new TableEntity(partition, Keys.Silence(silence.Id)), TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    /// <summary>Every silence in progress, of all units, however old.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The oldest first.</returns>
    public async Task<IReadOnlyList<SilenceReference>> InProgressAsync(Instant now, CancellationToken cancellation)
    {
        var work = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var found = new List<SilenceReference>();
        var filter = $"PartitionKey lt {TableExtensions.Quoted(Keys.WorkEnd(now))} and RowKey ge 'silence~' and RowKey lt 'silence~~'";
        await foreach (var row in work.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add(new SilenceReference(Keys.ParseWork(row.PartitionKey).Unit.Value, row.RowKey.Split('~', 2)[1]));
        }

        return found;
    }

    /// <summary>The silences of a unit that are not done.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The oldest first.</returns>
    public async Task<IReadOnlyList<Silence>> OpenAsync(UnitId unit, CancellationToken cancellation)
    {
        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var open = new List<Silence>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)} and State eq '{Ordered}'";
        await foreach (var row in journal.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            open.Add(Read(row, unit));
        }

        return [.. open.OrderBy(silence => silence.OrderedAt)];
    }

    /// <summary>Finds a silence that is not done.</summary>
    /// <param name="reference">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The silence; null when it is done or was never ordered.</returns>
    public async Task<Silence?> OpenAsync(SilenceReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var unit = new UnitId(reference.Unit);
        if (await RowAsync(unit, reference.Silence, cancellation).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        if (row.GetString("State") == Done)
        {
            await LeaveWorkAsync(row, cancellation).ConfigureAwait(false); // a crash came between the two writes
            return null;
        }

        return Read(row, unit);
    }

    /// <summary>Stores the receipt, and last of all takes the silence out of Work.</summary>
    /// <param name="silence">The silence.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is done.</returns>
    public async Task FinishAsync(Silence silence, SilenceReceipt receipt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(silence);
        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var done = new TableEntity(silence.Unit.Value, silence.Id)
        {
            ["State"] = Done,
            ["Receipt"] = JsonSerializer.Serialize(receipt, JsonSerializerOptions.Web),
        };
        await journal.UpdateEntityAsync(done, ETag.All, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
        if (await RowAsync(silence.Unit, silence.Id, cancellation).ConfigureAwait(false) is { } row)
        {
            await LeaveWorkAsync(row, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The receipt of a silence, also while it is in progress.</summary>
    /// <param name="reference">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The receipt; null when there is no such silence.</returns>
    public async Task<SilenceReceipt?> ReceiptAsync(SilenceReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var unit = new UnitId(reference.Unit);
        return await RowAsync(unit, reference.Silence, cancellation).ConfigureAwait(false) switch
        {
            null => null,
            var row when row.GetString("Receipt") is { } receipt => JsonSerializer.Deserialize<SilenceReceipt>(receipt, JsonSerializerOptions.Web),
            var row => SilenceReceipt.Of(Read(row, unit)),
        };
    }

    private async Task<TableEntity?> RowAsync(UnitId unit, string silence, CancellationToken cancellation)
    {
        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = await journal.GetEntityIfExistsAsync<TableEntity>(unit.Value, silence, cancellationToken: cancellation).ConfigureAwait(false);
        return row.HasValue ? row.Value : null;
    }

    private async Task LeaveWorkAsync(TableEntity row, CancellationToken cancellation)
    {
        var work = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        await work.DeleteEntityAsync(row.GetString("WorkPartition") ?? "", Keys.Silence(row.RowKey), ETag.All, cancellation).ConfigureAwait(false);
    }

    private static Silence Read(TableEntity row, UnitId unit) => new(
        unit,
        row.RowKey,
        Enum.Parse<SilenceKind>(row.GetString("Kind") ?? ""),
        new PersonId(row.GetString("Person") ?? ""),
        row.GetString("Child") is { } child ? new ChildId(child) : null,
        row.GetString("By") ?? "",
        row.GetInstant("OrderedAt") ?? Instant.MinValue);
}
