using Azure.Data.Tables;

namespace Notifieringar.Scenarios.Compat.AzureDataTables;

public sealed class QueriesInTheEmulator(Emulator emulator)
{
    [Fact]
    public async Task MoreThanAThousandRowsComeInPagesAndInOrder()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        const int Count = 1250;
        foreach (var chunk in Enumerable.Range(0, Count).Chunk(100))
        {
            await table.Rows.SubmitTransactionAsync(chunk.Select(number => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("p", $"{number:D5}") { ["N"] = number, ["Namn"] = "Ö" + number })));
        }

        var sizes = new List<int>();
        string? token = null;
        await foreach (var page in table.Rows.QueryAsync<TableEntity>("PartitionKey eq 'p'").AsPages())
        {
            token ??= page.ContinuationToken;
            sizes.Add(page.Values.Count);
        }

        var all = await ReadAsync(table.Rows, "PartitionKey eq 'p'");
        var rest = 0;
        await foreach (var page in table.Rows.QueryAsync<TableEntity>("PartitionKey eq 'p'", 300).AsPages(token, 200))
        {
            Assert.InRange(page.Values.Count, 0, 200);
            rest += page.Values.Count;
        }

        Assert.Equal([1000, 250], sizes);
        Assert.Equal(Enumerable.Range(0, Count), all.Select(row => row.GetInt32("N")!.Value));
        Assert.Equal(250, rest);
    }

    [Theory]
    [InlineData("O'Brien å")]
    [InlineData("' or PartitionKey ne '")]
    [InlineData("100% & mer + = ; , : @ $ ~ * ( )")]
    [InlineData("\u202Eכתב 👩‍👩‍👧 <b>\"x\"</b>")]
    [InlineData("")]
    public async Task OddTextIsFoundAndNothingElse(string odd)
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        await table.Rows.AddEntityAsync(new TableEntity("p", "odd") { ["Namn"] = odd });
        await table.Rows.AddEntityAsync(new TableEntity("p", "plain") { ["Namn"] = "vanlig" });

        var filters = new[]
        {
            TableClient.CreateQueryFilter($"PartitionKey eq {"p"} and Namn eq {odd}"),
            TableClient.CreateQueryFilter<TableEntity>(row => row.PartitionKey == "p" && row.GetString("Namn") == odd),
        };
        foreach (var filter in filters)
        {
            Assert.Equal(["odd"], (await ReadAsync(table.Rows, filter)).Select(row => row.RowKey));
        }
    }

    [Fact]
    public async Task EveryTypeOfLiteralMatches()
    {
        await using var table = await TableOfItsOwn.InAsync(emulator);
        var moment = new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567);
        var id = Guid.NewGuid();
        await table.Rows.AddEntityAsync(new Notice
        {
            PartitionKey = "p",
            RowKey = "r",
            Parts = 7,
            Number = 9007199254740993L,
            Cost = 3.0,
            Sent = moment,
            Done = true,
            Id = id,
            Text = "b",
            State = NoticeState.Sent,
        });

        Assert.Single(await NoticesAsync(table.Rows, TableClient.CreateQueryFilter<Notice>(row => row.Parts == 7)));
        Assert.Single(await NoticesAsync(table.Rows, TableClient.CreateQueryFilter<Notice>(row => row.Number == 9007199254740993L)));
        Assert.Single(await NoticesAsync(table.Rows, TableClient.CreateQueryFilter<Notice>(row => row.Cost >= 3 && row.Cost < 3.5)));
        Assert.Single(await NoticesAsync(table.Rows, TableClient.CreateQueryFilter<Notice>(row => row.Sent == moment)));
        Assert.Single(await NoticesAsync(table.Rows, TableClient.CreateQueryFilter<Notice>(row => row.Done)));
        Assert.Empty(await NoticesAsync(table.Rows, TableClient.CreateQueryFilter<Notice>(row => !row.Done)));
        Assert.Single(await NoticesAsync(table.Rows, TableClient.CreateQueryFilter<Notice>(row => row.Id == id)));
        Assert.Single(await NoticesAsync(table.Rows, TableClient.CreateQueryFilter<Notice>(row => string.CompareOrdinal(row.Text, "a") > 0 && row.Text!.CompareTo("c") < 0)));
        Assert.Single(await NoticesAsync(table.Rows, TableClient.CreateQueryFilter<Notice>(row => row.State == NoticeState.Sent)));
        Assert.Empty(await NoticesAsync(table.Rows, TableClient.CreateQueryFilter<Notice>(row => row.State != NoticeState.Sent || row.Parts > 7)));
    }

    private static async Task<List<TableEntity>> ReadAsync(TableClient rows, string filter)
    {
        var read = new List<TableEntity>();
        await foreach (var row in rows.QueryAsync<TableEntity>(filter))
        {
            read.Add(row);
        }

        return read;
    }

    private static async Task<List<Notice>> NoticesAsync(TableClient rows, string filter)
    {
        var read = new List<Notice>();
        await foreach (var row in rows.QueryAsync<Notice>(filter))
        {
            read.Add(row);
        }

        return read;
    }
}
