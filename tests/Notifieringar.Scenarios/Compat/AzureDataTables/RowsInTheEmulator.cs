using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Notifieringar.Scenarios.Compat.AzureDataTables;

public sealed class RowsInTheEmulator(Emulator emulator)
{
    [Fact]
    public async Task EveryTypeComesBackAsItWasWritten()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        var moment = new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567);
        var guid = Guid.NewGuid();
        var written = new TableEntity("kommun 1280", "id'1 100% åäö+&=~@:;,()*!")
        {
            ["Text"] = "Åsa \"Öberg\"\n'٣' 👋",
            ["Tom"] = "",
            ["Antal"] = -7,
            ["Stort"] = 9007199254740993L,
            ["Pris"] = 12.5,
            ["Hel"] = 3.0,
            ["Inget"] = double.NaN,
            ["Mest"] = double.PositiveInfinity,
            ["Skapad"] = moment,
            ["Aktiv"] = true,
            ["Id"] = guid,
            ["Bild"] = new byte[] { 0, 255, 1 },
            ["Null"] = null,
        };

        var added = await table.Rows.AddEntityAsync(written);
        var read = (await table.Rows.GetEntityAsync<TableEntity>(written.PartitionKey, written.RowKey)).Value;

        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
        Assert.Equal(written.RowKey, read.RowKey);
        Assert.Equal(written["Text"], read["Text"]);
        Assert.Equal("", read["Tom"]);
        Assert.Equal(-7, read["Antal"]);
        Assert.Equal(9007199254740993L, read["Stort"]);
        Assert.Equal(12.5, read["Pris"]);
        Assert.Equal(3.0, read["Hel"]);
        Assert.Equal(double.NaN, read["Inget"]);
        Assert.Equal(double.PositiveInfinity, read["Mest"]);
        Assert.Equal(moment, read["Skapad"]);
        Assert.Equal(true, read["Aktiv"]);
        Assert.Equal(guid, read["Id"]);
        Assert.Equal(written["Bild"], read["Bild"]);
        Assert.False(read.ContainsKey("Null"));
    }

    [Fact]
    public async Task AClassOfRowsComesBackAsItWasWritten()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        var written = new Notice
        {
            PartitionKey = "p",
            RowKey = "r",
            Text = "hej",
            Parts = 2,
            Cost = 0.35,
            Sent = DateTimeOffset.UnixEpoch.AddDays(20000),
            State = NoticeState.Sent,
            Bytes = [1, 2],
            Number = 1L << 40,
            Id = Guid.NewGuid(),
            Maybe = null,
            Done = false,
        };

        await table.Rows.AddEntityAsync(written);
        var read = (await table.Rows.GetEntityAsync<Notice>("p", "r")).Value;
        var raw = (await table.Rows.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equivalent(new { written.Text, written.Parts, written.Cost, written.Sent, written.State, written.Bytes, written.Number, written.Id, written.Maybe, written.Done }, read);
        Assert.Equal("Sent", raw["State"]);
    }

    [Fact]
    public async Task ANewerVersionIsNotOverwritten()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        var row = new TableEntity("p", "r") { ["N"] = 1 };
        var first = (await table.Rows.AddEntityAsync(row)).Headers.ETag!.Value;
        row["N"] = 2;
        var second = (await table.Rows.UpdateEntityAsync(row, first)).Headers.ETag!.Value;

        var update = await Assert.ThrowsAsync<RequestFailedException>(() => table.Rows.UpdateEntityAsync(row, first, TableUpdateMode.Replace));
        var delete = await Assert.ThrowsAsync<RequestFailedException>(() => table.Rows.DeleteEntityAsync("p", "r", first));

        Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied.ToString()), (update.Status, update.ErrorCode));
        Assert.Equal(412, delete.Status);
        Assert.Equal(204, (await table.Rows.DeleteEntityAsync("p", "r", second)).Status);
    }

    [Fact]
    public async Task WhatIsThereOrMissingIsTold()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        var row = new TableEntity("p", "r") { ["N"] = 1, ["M"] = 1 };

        Assert.False((await table.Rows.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
        Assert.Equal(404, (await table.Rows.DeleteEntityAsync("p", "r")).Status);
        var get = await Assert.ThrowsAsync<RequestFailedException>(() => table.Rows.GetEntityAsync<TableEntity>("p", "r"));
        Assert.Equal((404, TableErrorCode.ResourceNotFound.ToString()), (get.Status, get.ErrorCode));
        var update = await Assert.ThrowsAsync<RequestFailedException>(() => table.Rows.UpdateEntityAsync(row, ETag.All));
        Assert.Equal(404, update.Status);
        await table.Rows.AddEntityAsync(row);
        var add = await Assert.ThrowsAsync<RequestFailedException>(() => table.Rows.AddEntityAsync(row));
        Assert.True(add.ErrorCode == TableErrorCode.EntityAlreadyExists);
        Assert.Equal(409, (await table.Rows.CreateIfNotExistsAsync()).GetRawResponse().Status);
        var create = await Assert.ThrowsAsync<RequestFailedException>(() => table.Rows.CreateAsync());
        Assert.True(create.ErrorCode == TableErrorCode.TableAlreadyExists);
    }

    [Fact]
    public async Task MergeKeepsWhatReplaceDrops()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        await table.Rows.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });
        await table.Rows.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 });
        var merged = (await table.Rows.GetEntityAsync<TableEntity>("p", "r", ["A", "B"])).Value;
        await table.Rows.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 3 }, TableUpdateMode.Replace);
        var replaced = (await table.Rows.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((1, 2, null), (merged.GetInt32("A"), merged.GetInt32("B"), merged.PartitionKey));
        Assert.Equal((null, 3), (replaced.GetInt32("A"), replaced.GetInt32("B")));
    }

    [Fact]
    public async Task AMissingTableIsNamedByItsCode()
    {
        var rows = new TableServiceClient(emulator.ConnectionString).GetTableClient("FinnsInte");

        var query = await Assert.ThrowsAsync<RequestFailedException>(async () => await rows.QueryAsync<TableEntity>().GetAsyncEnumerator().MoveNextAsync());
        var add = await Assert.ThrowsAsync<RequestFailedException>(() => rows.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((404, "TableNotFound"), (query.Status, query.ErrorCode));
        Assert.Equal((404, "TableNotFound"), (add.Status, add.ErrorCode));
        Assert.Equal(404, (await rows.DeleteAsync()).Status);
    }

    [Fact]
    public async Task TablesAreListed()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        var name = table.Rows.Name;

        var byLambda = await NamesAsync(table.Service.QueryAsync(item => item.Name == name));
        var byText = await NamesAsync(table.Service.QueryAsync($"TableName eq '{name}'", 1));

        Assert.Equal([name], byLambda);
        Assert.Equal([name], byText);
    }

    private static async Task<List<string>> NamesAsync(AsyncPageable<TableItem> tables)
    {
        var names = new List<string>();
        await foreach (var table in tables)
        {
            names.Add(table.Name);
        }

        return names;
    }
}
