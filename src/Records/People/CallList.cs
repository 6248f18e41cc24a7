using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>Something a person at the library must do: reach a family that no channel reaches, settle an unknown outcome.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Person">The person.</param>
/// <param name="Key">The notice.</param>
/// <param name="Reason">Why it is here.</param>
/// <param name="Note">What else staff must know, without names: what was answered, and how; null for nothing.</param>
/// <param name="IsUrgent">True for what stands on top: a visit today that is off.</param>
public sealed record ListedNotice(UnitId Unit, PersonId Person, NoticeKey Key, SkipReason Reason, string? Note = null, bool IsUrgent = false);

/// <summary>Staff's list.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class CallList(Tables tables)
{
    /// <summary>Adds to the list; what is on it already stays once.</summary>
    /// <param name="listed">What to add.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is added.</returns>
    public async Task AddAsync(IReadOnlyCollection<ListedNotice> listed, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(listed);
        var table = await tables.GetAsync("CallList").ConfigureAwait(false);
        foreach (var unit in listed.GroupBy(notice => notice.Unit))
        {
            foreach (var part in unit.Chunk(Tables.TransactionLimit))
            {
                var actions = part.Select(notice => new TableTransactionAction(
                    TableTransactionActionType.UpsertMerge,
                    new TableEntity(unit.Key.Value, $"{notice.Person}~{notice.Key}")
                    {
                        ["Reason"] = notice.Reason.ToString(),
                        ["ListedAt"] = now.ToDateTimeOffset(),
                        ["Note"] = notice.Note,
                        ["IsUrgent"] = notice.IsUrgent,
                    }));
                await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Takes something off the list: a person has seen to it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person.</param>
    /// <param name="key">The notice.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is off.</returns>
    public async Task RemoveAsync(UnitId unit, PersonId person, NoticeKey key, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("CallList").ConfigureAwait(false);
        await table.DeleteEntityAsync(unit.Value, $"{person}~{key}", ETag.All, cancellation).ConfigureAwait(false);
    }

    /// <summary>A unit's list.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What is urgent first, then in order of person.</returns>
    public async Task<IReadOnlyList<ListedNotice>> ReadAsync(UnitId unit, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("CallList").ConfigureAwait(false);
        var listed = new List<ListedNotice>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var key = row.RowKey.Split('~', 2);
            listed.Add(new ListedNotice(
                unit,
                new PersonId(key[0]),
                NoticeKey.Parse(key[1]),
                Enum.Parse<SkipReason>(row.GetString("Reason") ?? ""),
                row.GetString("Note"),
                row.GetBoolean("IsUrgent") ?? false));
        }

        return [.. listed.OrderByDescending(notice => notice.IsUrgent)];
    }
}
