using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Occasions;

/// <summary>The journal of changes. A change stands here and in Work before anything is done, and leaves Work last.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class ChangeJournal(Tables tables)
{
    private const string Name = "Changes";
    private const string Ordered = "ordered";
    private const string Done = "done";
    private const string Refused = "refused";
    private const string Shard = "0";

    /// <summary>Writes a change in the journal, then in Work.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The change that stands under this id: the one given, or another that came first.</returns>
    public async Task<OccasionChange> OrderAsync(OccasionChange change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var standing = change;
        if (!await journal.TryAddAsync(Row(change), cancellation).ConfigureAwait(false)
            && await RowAsync(change.Unit, change.Id, cancellation).ConfigureAwait(false) is { } before)
        {
            if (before.GetString("State") == Refused)
            {
                await journal.UpdateEntityAsync(Row(change), before.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            }
            else if (Read(before, change.Unit) is var earlier && before.GetString("State") == Done)
            {
                return earlier;
            }
            else
            {
                standing = earlier;
            }
        }

        var work = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var row = new TableEntity(Keys.Work(standing.OrderedAt, standing.Unit, Shard), Keys.Change(standing.Id));
        await work.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
        return standing;
    }

    /// <summary>Every change in progress, of all units, however old.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The oldest first.</returns>
    public async Task<IReadOnlyList<ChangeReference>> InProgressAsync(Instant now, CancellationToken cancellation)
    {
        var work = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var found = new List<ChangeReference>();
        var filter = $"PartitionKey lt {TableExtensions.Quoted(Keys.WorkEnd(now))} and RowKey ge 'change~' and RowKey lt 'change~~'";
        await foreach (var row in work.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add(new ChangeReference(Keys.ParseWork(row.PartitionKey).Unit.Value, row.RowKey.Split('~', 2)[1]));
        }

        return found;
    }

    /// <summary>Finds a change that is not done.</summary>
    /// <param name="reference">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The change; null when it is done or was never ordered.</returns>
    public async Task<OccasionChange?> OpenAsync(ChangeReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var unit = new UnitId(reference.Unit);
        if (await RowAsync(unit, reference.Change, cancellation).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        var change = Read(row, unit);
        if (row.GetString("State") is Done or Refused)
        {
            await LeaveWorkAsync(change, cancellation).ConfigureAwait(false); // a crash came between the two writes
            return null;
        }

        return change;
    }

    /// <summary>Says that a change is done, and last of all takes it out of Work.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is done.</returns>
    public Task FinishAsync(OccasionChange change, CancellationToken cancellation) => EndAsync(change, Done, cancellation);

    /// <summary>Says that a change cannot be made as things stand, and that nothing of it has been done: another may be ordered in its place.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is out of Work.</returns>
    public Task RefuseAsync(OccasionChange change, CancellationToken cancellation) => EndAsync(change, Refused, cancellation);

    private async Task EndAsync(OccasionChange change, string state, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var done = new TableEntity(change.Unit.Value, change.Id) { ["State"] = state };
        await journal.UpdateEntityAsync(done, ETag.All, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
        await LeaveWorkAsync(change, cancellation).ConfigureAwait(false);
    }

    private async Task LeaveWorkAsync(OccasionChange change, CancellationToken cancellation)
    {
        var work = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        await work.DeleteEntityAsync(Keys.Work(change.OrderedAt, change.Unit, Shard), Keys.Change(change.Id), ETag.All, cancellation).ConfigureAwait(false);
    }

    private async Task<TableEntity?> RowAsync(UnitId unit, string change, CancellationToken cancellation)
    {
        var journal = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = await journal.GetEntityIfExistsAsync<TableEntity>(unit.Value, change, cancellationToken: cancellation).ConfigureAwait(false);
        return row.HasValue ? row.Value : null;
    }

    private static TableEntity Row(OccasionChange change) => new(change.Unit.Value, change.Id)
    {
        ["Kind"] = change.Kind.ToString(),
        ["By"] = change.By,
        ["OrderedAt"] = change.OrderedAt.ToDateTimeOffset(),
        ["Programme"] = change.Programme,
        ["Occasion"] = change.Occasion.Value,
        ["Starts"] = Keys.Local(change.Starts),
        ["Sequence"] = change.Sequence,
        ["Visitors"] = change.Visitors,
        ["ToStarts"] = change.To is { } to ? Keys.Local(to.Starts) : null,
        ["ToEnds"] = change.To?.Ends is { } ends ? Keys.Local(ends) : null,
        ["ToPlace"] = change.To?.Place,
        ["ToVisitors"] = change.To?.Visitors,
        ["Person"] = change.Person?.Value,
        ["LastDay"] = change.LastDay is { } day ? LocalDatePattern.Iso.Format(day) : null,
        ["State"] = Ordered,
    };

    private static OccasionChange Read(TableEntity row, UnitId unit) => new(
        unit,
        row.RowKey,
        Enum.Parse<ChangeKind>(row.GetString("Kind") ?? ""),
        row.GetString("By") ?? "",
        row.GetInstant("OrderedAt") ?? Instant.MinValue,
        row.GetString("Programme") ?? "",
        new OccasionId(row.GetString("Occasion") ?? ""),
        Time(row, "Starts") ?? default,
        row.GetInt32("Sequence") ?? 0,
        row.GetString("Visitors") ?? "",
        Time(row, "ToStarts") is { } starts ? new NewTime(starts, Time(row, "ToEnds"), row.GetString("ToPlace"), row.GetString("ToVisitors") ?? "") : null,
        row.GetString("Person") is { } person ? new PersonId(person) : null,
        row.GetString("LastDay") is { } day ? LocalDatePattern.Iso.Parse(day).Value : null);

    private static LocalDateTime? Time(TableEntity row, string name) =>
        row.GetString(name) is { } text ? SlotTable.Time.Parse(text).Value : null;
}
