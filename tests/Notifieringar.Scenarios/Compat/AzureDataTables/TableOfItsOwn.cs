using Azure.Data.Tables;

namespace Notifieringar.Scenarios.Compat.AzureDataTables;

/// <summary>A fresh table in the emulator, gone when the test is over.</summary>
internal sealed class TableOfItsOwn : IAsyncDisposable
{
    private TableOfItsOwn(TableServiceClient service, TableClient rows)
    {
        Service = service;
        Rows = rows;
    }

    public TableServiceClient Service { get; }

    public TableClient Rows { get; }

    public static async Task<TableOfItsOwn> InAsync(Emulator emulator)
    {
        var service = new TableServiceClient(emulator.ConnectionString);
        var rows = service.GetTableClient("T" + Guid.NewGuid().ToString("N"));
        await rows.CreateAsync();
        return new TableOfItsOwn(service, rows);
    }

    public async ValueTask DisposeAsync() => await Rows.DeleteAsync();
}
