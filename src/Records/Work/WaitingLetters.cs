using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Work;

/// <summary>A claimed letter that waits for its run to close.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Shard">The person's shard.</param>
/// <param name="RunDate">The run's local date.</param>
/// <param name="ClosesAt">When the run closes.</param>
/// <param name="Person">To whom.</param>
/// <param name="Key">The notice.</param>
public sealed record WaitingLetter(UnitId Unit, string Shard, LocalDate RunDate, Instant ClosesAt, PersonId Person, NoticeKey Key)
{
    /// <summary>The Work partition it stands in.</summary>
    public string Partition => Keys.Work(ClosesAt, Unit, Shard);
}

/// <summary>Letters that wait for their run, in the Work table.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class WaitingLetters(Tables tables)
{
    /// <summary>Every letter whose run has closed, of all units.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of hour, then person.</returns>
    public async IAsyncEnumerable<WaitingLetter> BelowAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = $"PartitionKey lt {TableExtensions.Quoted(Keys.WorkEnd(now))} and RowKey ge 'letter~' and RowKey lt 'letter~~'";
        await foreach (var letter in QueryAsync(filter, cancellation).ConfigureAwait(false))
        {
            if (letter.ClosesAt <= now)
            {
                yield return letter;
            }
        }
    }

    /// <summary>One person's waiting letters, whatever their run. It reads across all partitions: Work holds only what is open.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of hour.</returns>
    public async Task<IReadOnlyList<WaitingLetter>> OfAsync(UnitId unit, PersonId person, CancellationToken cancellation)
    {
        var found = new List<WaitingLetter>();
        await foreach (var letter in QueryAsync($"RowKey ge 'letter~{person}~' and RowKey lt 'letter~{person}~~'", cancellation).ConfigureAwait(false))
        {
            if (letter.Unit == unit)
            {
                found.Add(letter);
            }
        }

        return found;
    }

    /// <summary>How many letters of a unit wait for a run that closes at a moment. The unit's shards stand beside each other: one query counts all.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="closesAt">The moment.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many.</returns>
    public async Task<int> CountAsync(UnitId unit, Instant closesAt, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        var shards = Keys.Work(closesAt, unit, "");
        var filter = $"PartitionKey ge {TableExtensions.Quoted(shards)} and PartitionKey lt {TableExtensions.Quoted(shards + "~")} and RowKey ge 'letter~' and RowKey lt 'letter~~'";
        return await table.QueryAsync<TableEntity>(filter, select: ["ClosesAt"], cancellationToken: cancellation)
            .CountAsync(row => row.GetInstant("ClosesAt") == closesAt, cancellation).ConfigureAwait(false);
    }

    /// <summary>The first moment after now at which a run with letters closes.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The moment; null when no letter waits.</returns>
    public async Task<Instant?> NextAfterAsync(Instant now, CancellationToken cancellation)
    {
        Instant? next = null;
        var hour = "";
        var from = Keys.WorkEnd(now - Duration.FromHours(1));
        var filter = $"PartitionKey ge {TableExtensions.Quoted(from)} and RowKey ge 'letter~' and RowKey lt 'letter~~'";
        await foreach (var letter in QueryAsync(filter, cancellation).ConfigureAwait(false))
        {
            if (letter.ClosesAt <= now)
            {
                continue;
            }

            if (next is not null && !letter.Partition.StartsWith(hour, StringComparison.Ordinal))
            {
                break; // rows come in order of hour
            }

            hour = letter.Partition[..10];
            next = next is { } earlier ? Instant.Min(earlier, letter.ClosesAt) : letter.ClosesAt;
        }

        return next;
    }

    /// <summary>Writes waiting letters.</summary>
    /// <param name="letters">The letters.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has them.</returns>
    public async Task PutAsync(IEnumerable<WaitingLetter> letters, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        foreach (var partition in letters.GroupBy(letter => letter.Partition, StringComparer.Ordinal))
        {
            foreach (var part in partition.Chunk(Tables.TransactionLimit))
            {
                var actions = part.Select(letter => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    new TableEntity(partition.Key, Keys.Letter(letter.Person, letter.Key))
                    {
                        ["RunDate"] = LocalDatePattern.Iso.Format(letter.RunDate),
                        ["ClosesAt"] = letter.ClosesAt.ToDateTimeOffset(),
                    }));
                await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Removes letters that are printed or settled otherwise.</summary>
    /// <param name="letters">The letters.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are gone.</returns>
    public async Task RemoveAsync(IEnumerable<WaitingLetter> letters, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        foreach (var partition in letters.GroupBy(letter => letter.Partition, StringComparer.Ordinal))
        {
            await table.DeleteAllAsync(
                partition.Key, partition.Select(letter => Keys.Letter(letter.Person, letter.Key)), cancellation).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<WaitingLetter> QueryAsync(string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(DueNotices.Table).ConfigureAwait(false);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var (unit, shard) = Keys.ParseWork(row.PartitionKey);
            var parts = row.RowKey.Split('~', 3);
            yield return new WaitingLetter(
                unit,
                shard,
                LocalDatePattern.Iso.Parse(row.GetString("RunDate") ?? "").Value,
                row.GetInstant("ClosesAt") ?? Instant.MinValue,
                new PersonId(parts[1]),
                NoticeKey.Parse(parts[2]));
        }
    }
}
