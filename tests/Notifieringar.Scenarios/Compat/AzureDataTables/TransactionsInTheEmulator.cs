using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Notifieringar.Scenarios.Compat.AzureDataTables;

public sealed class TransactionsInTheEmulator(Emulator emulator)
{
    [Fact]
    public async Task AHundredActionsOfAllKindsAreDone()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        await table.Rows.SubmitTransactionAsync(Enumerable.Range(0, 50).Select(number => Add($"old '{number:D3}' å")));
        var kinds = new[]
        {
            TableTransactionActionType.UpdateMerge, TableTransactionActionType.UpdateReplace, TableTransactionActionType.Delete,
            TableTransactionActionType.UpsertMerge, TableTransactionActionType.UpsertReplace,
        };
        var actions = Enumerable.Range(0, 50).Select(number => new TableTransactionAction(kinds[number % 5], Row($"old '{number:D3}' å", "ny")))
            .Concat(Enumerable.Range(0, 50).Select(number => Add($"new {number:D3}"))).ToList();

        var response = await table.Rows.SubmitTransactionAsync(actions);

        Assert.Equal(202, response.GetRawResponse().Status);
        Assert.Equal(100, response.Value.Count);
        Assert.All(response.Value, part => Assert.Equal(204, part.Status));
        var first = (await table.Rows.GetEntityAsync<TableEntity>("p", "old '000' å")).Value;
        Assert.Equal("ny", first["Namn"]);
        Assert.Equal(response.Value[0].Headers.ETag, first.ETag);
        Assert.False((await table.Rows.GetEntityIfExistsAsync<TableEntity>("p", "old '002' å")).HasValue);
    }

    [Fact]
    public async Task OneRefusedActionUndoesTheOthersAndIsNamed()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        await table.Rows.SubmitTransactionAsync([Add("there")]);

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.Rows.SubmitTransactionAsync([Add("a"), Add("b"), Add("there"), Add("c")]));

        Assert.Equal((2, 409), (refused.FailedTransactionActionIndex, refused.Status));
        Assert.True(refused.ErrorCode == TableErrorCode.EntityAlreadyExists);
        Assert.False((await table.Rows.GetEntityIfExistsAsync<TableEntity>("p", "a")).HasValue);
    }

    [Fact]
    public async Task AStaleVersionIsNamed()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        var row = Row("r", "1");
        var stale = (await table.Rows.AddEntityAsync(row)).Headers.ETag!.Value;
        await table.Rows.UpdateEntityAsync(row, ETag.All);

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.Rows.SubmitTransactionAsync(
            [Add("a"), new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, stale)]));

        Assert.Equal((1, 412, "UpdateConditionNotSatisfied"), (refused.FailedTransactionActionIndex, refused.Status, refused.ErrorCode));
    }

    private static TableTransactionAction Add(string key) => new(TableTransactionActionType.Add, Row(key, "gammal"));

    private static TableEntity Row(string key, string name) => new("p", key) { ["Namn"] = name, ["Antal"] = 12345678901L };
}
