using Azure.Data.Tables;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Settings;

/// <summary>The keys that protect cookies and forms, shared by all instances.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class KeyRing(Tables tables)
{
    private const string Name = "DataProtection";
    private const string Partition = "keys";

    /// <summary>All keys.</summary>
    /// <returns>XML, as the framework writes it.</returns>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var keys = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'").ConfigureAwait(false))
        {
            keys.Add(row.GetString("Xml") ?? "");
        }

        return keys;
    }

    /// <summary>Adds a key; one of that name stays.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="xml">The key.</param>
    /// <returns>When the service has it.</returns>
    public async Task AddAsync(string name, string xml)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.TryAddAsync(new TableEntity(Partition, name) { ["Xml"] = xml }, CancellationToken.None).ConfigureAwait(false);
    }
}
