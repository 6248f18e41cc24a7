using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Letters;

/// <summary>A letter that staff must take out of a printed pile before it is posted.</summary>
/// <param name="Part">The run and part, as in <see cref="LetterRunPart.Name"/>.</param>
/// <param name="Letter">Whose letter, and which pages.</param>
/// <param name="Silence">The silence that stopped it.</param>
/// <param name="Pulled">True when staff have confirmed it.</param>
public sealed record PullTask(string Part, PrintedLetter Letter, string Silence, bool Pulled);

/// <summary>Letters to pull, by unit and part.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class PullTasks(Tables tables)
{
    private const string Name = "Pulls";

    /// <summary>Adds a task; one that exists stays as it is.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="task">The task.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it stands.</returns>
    public async Task AddAsync(UnitId unit, PullTask task, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(unit.Value, KeyOf(task))
        {
            ["FirstPage"] = task.Letter.FirstPage,
            ["Pages"] = task.Letter.Pages,
            ["Silence"] = task.Silence,
            ["Pulled"] = false,
            ["OrderedAt"] = now.ToDateTimeOffset(),
        };
        await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
    }

    /// <summary>The tasks of a part.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="part">The run and part; null for all of the unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Open and done, by part.</returns>
    public async Task<IReadOnlyList<PullTask>> ReadAsync(UnitId unit, string? part, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = new List<PullTask>();
        var prefix = part is null ? "" : $"{part}~";
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableExtensions.Range(unit.Value, prefix, $"{prefix}~"), cancellationToken: cancellation).ConfigureAwait(false))
        {
            var key = row.RowKey.Split('~', 4);
            var letter = new PrintedLetter(key[2], key[3], row.GetInt32("FirstPage") ?? 0, row.GetInt32("Pages") ?? 0);
            found.Add(new PullTask($"{key[0]}~{key[1]}", letter, row.GetString("Silence") ?? "", row.GetBoolean("Pulled") ?? false));
        }

        return found;
    }

    /// <summary>Confirms that a letter is out of the pile.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="task">The task.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the task is done.</returns>
    public async Task DoneAsync(UnitId unit, PullTask task, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(unit.Value, KeyOf(task)) { ["Pulled"] = true, ["PulledAt"] = now.ToDateTimeOffset() };
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    /// <summary>Forgets tasks.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are gone.</returns>
    public async Task RemoveAsync(UnitId unit, IEnumerable<PullTask> tasks, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.DeleteAllAsync(unit.Value, tasks.Select(KeyOf), cancellation).ConfigureAwait(false);
    }

    private static string KeyOf(PullTask task) =>
        Keys.Pull(task.Part, new PersonId(task.Letter.Person), NoticeKey.Parse(task.Letter.Notice));
}
