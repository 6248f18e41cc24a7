using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Occasions;

/// <summary>Finds the invitation of an answer code by the code's hash. The code itself is stored nowhere.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class CodeTable(Tables tables)
{
    private const int PartitionsAtOnce = 16;

    /// <summary>Writes whose code it is.</summary>
    /// <param name="hash">Hash of the code, lower-case hex.</param>
    /// <param name="owner">The invitation.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task PutAsync(string hash, CodeOwner owner, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentNullException.ThrowIfNull(owner);
        var table = await tables.GetAsync("Codes").ConfigureAwait(false);
        await table.UpsertEntityAsync(Row(hash, owner), TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes whose codes they are. They are spread over many partitions, so that these are written side by side.</summary>
    /// <param name="owners">Each invitation with its code's hash.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has them.</returns>
    public async Task PutAsync(IEnumerable<(string Hash, CodeOwner Owner)> owners, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("Codes").ConfigureAwait(false);
        await Parallel.ForEachAsync(
            owners.Select(one => Row(one.Hash, one.Owner)).GroupBy(row => row.PartitionKey, StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce, CancellationToken = cancellation },
            async (rows, token) => await table.PutAllAsync(rows, token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Finds whose code it is.</summary>
    /// <param name="hash">Hash of the code, lower-case hex.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The invitation; null for a code that never was.</returns>
    public async Task<CodeOwner?> FindAsync(string hash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(hash);
        var table = await tables.GetAsync("Codes").ConfigureAwait(false);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(hash[..2], hash, cancellationToken: cancellation).ConfigureAwait(false);
        return row is { HasValue: true, Value: { } found }
            ? new CodeOwner(
                new UnitId(found.GetString("Unit") ?? ""),
                found.GetString("Shard") ?? "",
                new PersonId(found.GetString("Person") ?? ""),
                new OccasionId(found.GetString("Occasion") ?? ""))
            : null;
    }

    private static TableEntity Row(string hash, CodeOwner owner) => new(hash[..2], hash)
    {
        ["Unit"] = owner.Unit.Value,
        ["Shard"] = owner.Shard,
        ["Person"] = owner.Person.Value,
        ["Occasion"] = owner.Occasion.Value,
    };
}

/// <summary>The invitation an answer code belongs to.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Shard">The person's shard.</param>
/// <param name="Person">The person.</param>
/// <param name="Occasion">The occasion.</param>
public sealed record CodeOwner(UnitId Unit, string Shard, PersonId Person, OccasionId Occasion);
