using Azure;
using Azure.Data.Tables;

namespace Notifieringar.Tests.Compat.AzureDataTables;

/// <summary>What the service refuses and the emulator lets through is refused before it is sent.</summary>
public sealed class Limits
{
    private static readonly Dictionary<string, (TableEntity Row, string? Code)> Rows = new()
    {
        ["252 own properties"] = (Wide(252), null),
        ["253 own properties"] = (Wide(253), "TooManyProperties"),
        ["a name of 255"] = (With(new string('a', 255), 1L), null),
        ["a name of 256"] = (With(new string('a', 256), 1), "PropertyNameTooLong"),
        ["a name with a dash"] = (With("a-b", 1), "PropertyNameInvalid"),
        ["a name with a digit first"] = (With("1a", 1), "PropertyNameInvalid"),
        ["a name with an at sign"] = (With("a@odata.type", "Edm.Int64"), "PropertyNameInvalid"),
        ["an empty name"] = (With("", 1), "PropertyNameInvalid"),
        ["a Swedish name"] = (With("_Född1", 1), null),
        ["text of 32768"] = (With("T", new string('å', 32768)), null),
        ["text of 32769"] = (With("T", new string('å', 32769)), "PropertyValueTooLarge"),
        ["65536 bytes"] = (With("B", new byte[65536]), null),
        ["65537 bytes"] = (With("B", new byte[65537]), "PropertyValueTooLarge"),
        ["16 full texts"] = (Tall(16), "EntityTooLarge"),
        ["15 full texts"] = (Tall(15), null),
        ["the year 1601"] = (With("D", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero)), null),
        ["the year 1600"] = (With("D", new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero)), "OutOfRangeInput"),
        ["the year 1"] = (With("D", default(DateTimeOffset)), "OutOfRangeInput"),
        ["a key of 512"] = (new TableEntity(new string('p', 512), ""), null),
        ["a key of 513"] = (new TableEntity("p", new string('r', 513)), "KeyValueTooLarge"),
        ["a slash in a key"] = (new TableEntity("p", "r/s"), "OutOfRangeInput"),
        ["a backslash in a key"] = (new TableEntity("p", "r\\"), "OutOfRangeInput"),
        ["a hash in a key"] = (new TableEntity("p", "#"), "OutOfRangeInput"),
        ["a question mark in a key"] = (new TableEntity("p", "?"), "OutOfRangeInput"),
        ["a tab in a key"] = (new TableEntity("p", "r\t"), "OutOfRangeInput"),
        ["a C1 control in a key"] = (new TableEntity("p", "\u0085"), "OutOfRangeInput"),
        ["a missing key"] = (new TableEntity { PartitionKey = "p" }, "PropertiesNeedValue"),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ARow_IsSentOrRefusedAsTheServiceWould(string name)
    {
        var (row, code) = Rows[name];
        var service = new RecordedService();
        Task[] writes = [service.Table.AddEntityAsync(row), service.Table.UpsertEntityAsync(row), service.Table.UpdateEntityAsync(row, ETag.All)];

        foreach (var write in writes)
        {
            if (code is null)
            {
                await write;
            }
            else
            {
                var refused = await Assert.ThrowsAsync<RequestFailedException>(() => write);
                Assert.Equal((400, code), (refused.Status, refused.ErrorCode));
            }
        }

        Assert.Equal(code is null ? 3 : 0, service.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ARowInATransaction_IsRefusedWithItsIndex(string name)
    {
        var (row, code) = Rows[name];
        var service = new RecordedService().Answering(202, "", ("Content-Type", "text/plain"));
        var before = new TableEntity(row.PartitionKey, "before");

        var refused = await Assert.ThrowsAnyAsync<RequestFailedException>(() => service.Table.SubmitTransactionAsync([Add(before), Add(row)]));

        // A row within the limits gets as far as the answer, which is no answer to a transaction.
        var expected = code is null ? (202, null, null) : (400, code, (int?)1);
        Assert.Equal(expected, (refused.Status, refused.ErrorCode, (refused as TableTransactionFailedException)?.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task APartitionKey_IsCheckedLikeARowKey()
    {
        var table = new RecordedService().Table;
        Task[] calls =
        [
            table.AddEntityAsync(new TableEntity("p/q", "r")), table.GetEntityAsync<TableEntity>("p/q", "r"),
            table.GetEntityIfExistsAsync<TableEntity>("p/q", "r"), table.DeleteEntityAsync("p/q", "r"),
        ];

        foreach (var call in calls)
        {
            Assert.Equal("OutOfRangeInput", (await Assert.ThrowsAsync<RequestFailedException>(() => call)).ErrorCode);
        }
    }

    [Fact]
    public async Task ATransaction_HoldsOnePartition()
    {
        await IsRefusedAsync([Add(new("p", "1")), Add(new("p", "2")), Add(new("q", "3"))], 2, "CommandsInBatchActOnDifferentPartitions");
    }

    [Fact]
    public async Task ATransaction_HoldsARowOnce()
    {
        await IsRefusedAsync([Add(new("p", "1")), Add(new("p", "2")), new(TableTransactionActionType.Delete, new TableEntity("p", "1"))], 2, "InvalidDuplicateRow");
    }

    [Fact]
    public async Task ATransaction_HoldsAHundredActions()
    {
        await IsRefusedAsync([.. Enumerable.Range(0, 101).Select(number => Add(new("p", $"{number}")))], 100, "InvalidInput");
    }

    [Fact]
    public async Task ATransaction_HoldsFourMebibytes()
    {
        var service = new RecordedService();
        var actions = Enumerable.Range(0, 9).Select(number =>
        {
            var row = Tall(15);
            row.RowKey = $"{number}";
            return Add(row);
        });

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.SubmitTransactionAsync(actions));

        Assert.Equal((413, "RequestBodyTooLarge"), (refused.Status, refused.ErrorCode));
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(1000, true)]
    [InlineData(0, false)]
    [InlineData(1001, false)]
    public async Task APage_HasOneToAThousandRows(int size, bool isSent)
    {
        var service = new RecordedService().Answering(200, "{\"value\":[]}");
        await using var pages = service.Table.QueryAsync<TableEntity>(maxPerPage: size).AsPages().GetAsyncEnumerator();

        if (isSent)
        {
            Assert.True(await pages.MoveNextAsync());
        }
        else
        {
            var refused = await Assert.ThrowsAsync<RequestFailedException>(() => pages.MoveNextAsync().AsTask());
            Assert.Equal((400, "InvalidInput"), (refused.Status, refused.ErrorCode));
        }
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public async Task AFilter_MakesFifteenComparisons(int count, bool isSent)
    {
        var service = new RecordedService().Answering(200, "{\"value\":[]}");
        var filter = string.Join(" or ", Enumerable.Range(0, count).Select(number => $"(eqA eq 'x eq ''y'' eq {number}')"));
        await using var rows = service.Table.QueryAsync<TableEntity>(filter).GetAsyncEnumerator();

        if (isSent)
        {
            Assert.False(await rows.MoveNextAsync());
        }
        else
        {
            var refused = await Assert.ThrowsAsync<RequestFailedException>(() => rows.MoveNextAsync().AsTask());
            Assert.Equal((400, "InvalidInput"), (refused.Status, refused.ErrorCode));
        }
    }

    [Theory]
    [InlineData("ab", "OutOfRangeInput")]
    [InlineData("1abc", "InvalidResourceName")]
    [InlineData("a-bc", "InvalidResourceName")]
    [InlineData("åäö", "InvalidResourceName")]
    public async Task ATablesName_IsLettersAndDigits(string name, string code)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => new RecordedService().Client.CreateTableIfNotExistsAsync(name));

        Assert.Equal((400, code), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task AnUpdateWithoutAVersion_IsABug()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => new RecordedService().Table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [Fact]
    public async Task AMomentWithoutUtc_IsABug()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => new RecordedService().Table.AddEntityAsync(With("D", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local))));
    }

    private static async Task IsRefusedAsync(TableTransactionAction[] actions, int index, string code)
    {
        var service = new RecordedService();

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => service.Table.SubmitTransactionAsync(actions));

        Assert.Equal((index, 400, code), (refused.FailedTransactionActionIndex, refused.Status, refused.ErrorCode));
        Assert.Empty(service.Requests);
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private static TableEntity With(string name, object value) => new("p", "r") { [name] = value };

    private static TableEntity Wide(int properties)
    {
        var row = new TableEntity("p", "r") { Timestamp = DateTimeOffset.UnixEpoch, ETag = ETag.All };
        for (var number = 0; number < properties; number++)
        {
            row[$"P{number}"] = number;
        }

        return row;
    }

    private static TableEntity Tall(int texts)
    {
        var row = new TableEntity("p", "r");
        for (var number = 0; number < texts; number++)
        {
            row[$"T{number}"] = new string('x', 32768);
        }

        return row;
    }
}
