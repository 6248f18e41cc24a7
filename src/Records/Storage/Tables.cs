using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Notifieringar.Records.Storage;

/// <summary>The storage account's tables, each created when first used.</summary>
/// <param name="service">The account.</param>
public sealed class Tables(TableServiceClient service)
{
    /// <summary>The largest number of rows in one transaction (Table service limit).</summary>
    public const int TransactionLimit = 100;

    private readonly ConcurrentDictionary<string, Lazy<Task<TableClient>>> _clients = new(StringComparer.Ordinal);

    /// <summary>Gives a table, creating it if need be.</summary>
    /// <param name="name">The table's name.</param>
    /// <returns>Its client.</returns>
    public async Task<TableClient> GetAsync(string name)
    {
        var client = _clients.GetOrAdd(name, key => new Lazy<Task<TableClient>>(() => CreateAsync(key)));
        try
        {
            return await client.Value.ConfigureAwait(false);
        }
        catch (Exception fault) when (StorageFaults.IsOne(fault))
        {
            _clients.TryRemove(new(name, client)); // a passing fault must not be remembered for the life of the process
            throw;
        }
    }

    private async Task<TableClient> CreateAsync(string name)
    {
        var client = service.GetTableClient(name);
        await client.CreateIfNotExistsAsync().ConfigureAwait(false);
        return client;
    }
}
