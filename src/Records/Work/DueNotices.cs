using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Work;

/// <summary>A notice that must be looked at by a moment. It stays until the notice is final.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Shard">The person's shard.</param>
/// <param name="DueAt">When.</param>
/// <param name="Person">To whom.</param>
/// <param name="Occasion">About what.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Version">The row's version as read; null for one to be written.</param>
public sealed record DueNotice(
    UnitId Unit, string Shard, Instant DueAt, PersonId Person, OccasionId Occasion, string Programme, string Step, string? Version = null)
{
    /// <summary>The Work partition it stands in.</summary>
    public string Partition => Keys.Work(DueAt, Unit, Shard);
}

/// <summary>Due notices, indexed by their deadline in the Work table: sweeps read below now, however old, and never scan People.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class DueNotices(Tables tables)
{
    internal const string Table = "Work";

    /// <summary>Everything due at or before a moment.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of hour, then person.</returns>
    public async IAsyncEnumerable<DueNotice> BelowAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = $"PartitionKey lt {TableExtensions.Quoted(Keys.WorkEnd(now))} and RowKey ge 'due~' and RowKey lt 'due~~'";
        await foreach (var due in QueryAsync(filter, cancellation).ConfigureAwait(false))
        {
            if (due.DueAt <= now)
            {
                yield return due;
            }
        }
    }

    /// <summary>The due notices of one partition and a range of people.</summary>
    /// <param name="partition">The Work partition.</param>
    /// <param name="from">First person.</param>
    /// <param name="to">Last person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of person.</returns>
    public IAsyncEnumerable<DueNotice> RangeAsync(string partition, PersonId from, PersonId to, CancellationToken cancellation) =>
        QueryAsync(TableExtensions.Range(partition, $"due~{from}~", $"due~{to}~~"), cancellation);

    /// <summary>Everything due for one person, whenever. It reads across all partitions, which is cheap: Work holds only what is open.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of hour.</returns>
    public async Task<IReadOnlyList<DueNotice>> OfAsync(UnitId unit, PersonId person, CancellationToken cancellation)
    {
        var found = new List<DueNotice>();
        await foreach (var due in QueryAsync($"RowKey ge 'due~{person}~' and RowKey lt 'due~{person}~~'", cancellation).ConfigureAwait(false))
        {
            if (due.Unit == unit)
            {
                found.Add(due);
            }
        }

        return found;
    }

    /// <summary>Who waits for one step about one occasion. It reads all of Work, which holds only what is open.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="occasion">The occasion.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The people.</returns>
    public async IAsyncEnumerable<PersonId> WaitingForAsync(
        UnitId unit, OccasionId occasion, string step, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var due in QueryAsync("RowKey ge 'due~' and RowKey lt 'due~~'", cancellation).ConfigureAwait(false))
        {
            if (due.Unit == unit && due.Occasion == occasion && due.Step == step)
            {
                yield return due.Person;
            }
        }
    }

    /// <summary>The first moment after now at which something is due.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The moment; null when nothing is planned.</returns>
    public async Task<Instant?> NextAfterAsync(Instant now, CancellationToken cancellation)
    {
        Instant? next = null;
        var hour = "";
        var filter = $"PartitionKey ge {TableExtensions.Quoted(Keys.WorkEnd(now - Duration.FromHours(1)))} and RowKey ge 'due~' and RowKey lt 'due~~'";
        await foreach (var due in QueryAsync(filter, cancellation).ConfigureAwait(false))
        {
            if (due.DueAt <= now)
            {
                continue;
            }

            if (next is not null && !due.Partition.StartsWith(hour, StringComparison.Ordinal))
            {
                break; // rows come in order of hour
            }

            hour = due.Partition[..10];
            next = next is { } earlier ? Instant.Min(earlier, due.DueAt) : due.DueAt;
        }

        return next;
    }

    /// <summary>Writes due notices; one that exists is replaced.</summary>
    /// <param name="notices">The notices.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has them.</returns>
    public async Task PutAsync(IEnumerable<DueNotice> notices, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Table).ConfigureAwait(false);
        await table.PutAllAsync(notices.Select(Row), cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts due notices off until later.</summary>
    /// <param name="moves">The notices, each with when it is due instead.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they stand at their new time, and only there.</returns>
    public async Task MoveAsync(IReadOnlyCollection<(DueNotice Notice, Instant Until)> moves, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(moves);
        var moved = moves.Select(move => (From: move.Notice, To: move.Notice with { DueAt = move.Until })).ToList();
        await PutAsync(moved.Select(move => move.To), cancellation).ConfigureAwait(false);

        // Within the same hour the row has only been rewritten; else the old one must go.
        await RemoveAsync(moved.Where(move => move.From.Partition != move.To.Partition).Select(move => move.From), cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes due notices that are settled. One that has been put there again since it was read stays: a bounce, or a sweep, has
    /// something new to be settled.</summary>
    /// <param name="notices">The notices; ones that are gone already do not matter.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are gone.</returns>
    public async Task RemoveAsync(IEnumerable<DueNotice> notices, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Table).ConfigureAwait(false);
        foreach (var partition in notices.GroupBy(notice => notice.Partition, StringComparer.Ordinal))
        {
            await table.DeleteAllAsync(
                partition.Key,
                partition.Select(notice => (Keys.Due(notice.Person, notice.Occasion, notice.Step), notice.Version is { } version ? new ETag(version) : ETag.All)),
                cancellation).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<DueNotice> QueryAsync(string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Table).ConfigureAwait(false);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var (unit, shard) = Keys.ParseWork(row.PartitionKey);
            var parts = row.RowKey.Split('~');
            yield return new DueNotice(
                unit,
                shard,
                row.GetInstant("DueAt") ?? Instant.MinValue,
                new PersonId(parts[1]),
                new OccasionId(parts[2]),
                row.GetString("Programme") ?? "",
                parts[3],
                row.ETag.ToString("G"));
        }
    }

    private static TableEntity Row(DueNotice notice) => new(notice.Partition, Keys.Due(notice.Person, notice.Occasion, notice.Step))
    {
        ["DueAt"] = notice.DueAt.ToDateTimeOffset(),
        ["Programme"] = notice.Programme,
    };
}
