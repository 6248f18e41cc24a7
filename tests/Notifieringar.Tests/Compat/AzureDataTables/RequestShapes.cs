using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace Notifieringar.Tests.Compat.AzureDataTables;

/// <summary>The requests of the clients against those the official JavaScript client sent for the same calls.</summary>
public sealed class RequestShapes
{
    private static readonly TableEntity AllTypes = new("kommun 1280", "id'1")
    {
        ["Namn"] = "Åsa Öberg",
        ["Antal"] = 7,
        ["Stort"] = 9007199254740993L,
        ["Pris"] = 12.5,
        ["Heltal"] = 3.0,
        ["Skapad"] = new DateTimeOffset(2025, 1, 15, 8, 0, 0, 123, TimeSpan.Zero),
        ["Aktiv"] = true,
        ["Guid"] = Guid.Parse("0d391d16-97f1-4b9a-be68-4cc871f90001"),
        ["Bin"] = new byte[] { 1, 2, 3, 255 },
        ["Tom"] = "",
    };

    private static readonly Dictionary<string, Func<TableServiceClient, TableClient, ETag, Task>> Calls = new()
    {
        ["create-table"] = (_, table, _) => table.CreateAsync(),
        ["create-table-exists(409)"] = (_, table, _) => table.CreateIfNotExistsAsync(),
        ["insert-entity-all-types"] = (_, table, _) => table.AddEntityAsync(AllTypes),
        ["insert-entity-simple"] = (_, table, _) => table.AddEntityAsync(Row("r1", ("Status", "Köad"), ("N", 1))),
        ["upsert-merge"] = (_, table, _) => table.UpsertEntityAsync(Row("r1", ("Extra", "x"))),
        ["upsert-replace"] = (_, table, _) => table.UpsertEntityAsync(Row("r9", ("Status", "Ny")), TableUpdateMode.Replace),
        ["get-entity-all-types"] = (_, table, _) => table.GetEntityAsync<TableEntity>("kommun 1280", "id'1"),
        ["get-entity-select"] = (_, table, _) => table.GetEntityAsync<TableEntity>("P", "r1", ["Status", "N"]),
        ["update-merge-with-etag"] = (_, table, etag) => table.UpdateEntityAsync(Row("r1", ("Status", "Levererad")), etag),
        ["update-replace-with-etag"] = (_, table, etag) => table.UpdateEntityAsync(Row("r1", ("Status", "Klar"), ("N", 1)), etag, TableUpdateMode.Replace),
        ["get-missing(404)"] = (_, table, _) => table.GetEntityIfExistsAsync<TableEntity>("P", "saknas"),
        ["delete-entity-star"] = (_, table, _) => table.DeleteEntityAsync("P", "r9"),
        ["query-filter-select-pages#1"] = (_, table, _) => FirstPageAsync(table, null),
        ["query-filter-select-pages#2"] = (_, table, _) => FirstPageAsync(table, "UA== cjM="),
        ["query-filter-types"] = (_, table, _) => QueryTypesAsync(table),
        ["list-tables"] = (service, _, _) => service.QueryAsync(item => string.CompareOrdinal(item.Name, "N") >= 0).AsPages().GetAsyncEnumerator().MoveNextAsync().AsTask(),
        ["delete-table"] = (service, _, _) => service.DeleteTableAsync("Notiser"),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheRequest_IsTheOneTheOfficialClientSent(string name)
    {
        var vector = Vectors.Named(name);
        var (wanted, answer) = (vector.GetProperty("request"), vector.GetProperty("azuriteResponse"));
        var headers = answer.GetProperty("headers").EnumerateObject().Where(header => header.Name != "transfer-encoding").Select(header => (header.Name, header.Value.GetString()!));
        var service = new RecordedService().Answering(answer.GetProperty("status").GetInt32(), answer.Text("body"), [.. headers]);
        var etag = wanted.GetProperty("headers").TryGetProperty("if-match", out var version) ? new ETag(version.GetString()!) : default;

        await Calls[name](service.Client, service.Table, etag);

        Assert.Equal(wanted.Text("method"), service.Last.Method);
        Assert.Equal(Parts(wanted.Text("path")), Parts(service.Last.Path));
        foreach (var header in wanted.GetProperty("headers").EnumerateObject().Where(header => header.Name is not ("host" or "x-ms-version")))
        {
            Assert.Equal(header.Value.GetString(), service.Last.Headers[header.Name]);
        }

        Assert.Equal(wanted.GetProperty("headers").TryGetProperty("if-match", out _), service.Last.Headers.ContainsKey("If-Match"));
        Assert.Equal(Properties(wanted.Text("body")), Properties(service.Last.Body));
    }

    [Fact]
    public async Task EveryRequest_SaysVersionAndIdAndFormat()
    {
        var service = new RecordedService();

        await service.Table.AddEntityAsync(Row("r1"), TestContext.Current.CancellationToken);

        Assert.Equal("/devstoreaccount1/Notiser?$format=application%2Fjson%3Bodata%3Dminimalmetadata", service.Last.Path);
        Assert.Equal("2020-12-06", service.Last.Headers["x-ms-version"]);
        Assert.Equal("true", service.Last.Headers["x-ms-return-client-request-id"]);
        Assert.True(Guid.TryParse(service.Last.Headers["x-ms-client-request-id"], out _));
    }

    private static TableEntity Row(string key, params (string Name, object Value)[] properties)
    {
        var row = new TableEntity("P", key);
        foreach (var (name, value) in properties)
        {
            row[name] = value;
        }

        return row;
    }

    private static async Task FirstPageAsync(TableClient table, string? token)
    {
        var pages = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {"P"} and Status ne {"O'Brien å"}"), 2, ["RowKey", "Status"]).AsPages(token);
        await using var page = pages.GetAsyncEnumerator();
        Assert.True(await page.MoveNextAsync());
        Assert.Equal(2, page.Current.Values.Count);
        Assert.Equal(token is null ? "UA== cjM=" : "UA== cjU=", page.Current.ContinuationToken);
    }

    private static async Task QueryTypesAsync(TableClient table)
    {
        // The official client was given a moment without decimals; ours writes all seven.
        FormattableString filter = $"Skapad ge datetime'2025-01-01T00:00:00Z' and Antal eq {7} and Aktiv eq {true} and Guid eq {Guid.Parse("0d391d16-97f1-4b9a-be68-4cc871f90001")} and Stort gt {9007199254740992L} and Pris le {12.5}";
        await using var rows = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());
        Assert.Equal(AllTypes["Stort"], rows.Current["Stort"]);
    }

    // The order of query parameters is free, and ours names the answer's format there too.
    private static string[] Parts(string path) => [.. path.Split('?', '&').Where(part => !part.StartsWith("$format=", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    // The official client writes doubles as texts and moments as short as they go; the service reads both alike.
    private static Dictionary<string, string> Properties(string body)
    {
        if (body.Length == 0)
        {
            return [];
        }

        using var document = JsonDocument.Parse(body);
        var row = document.RootElement;
        return row.EnumerateObject().ToDictionary(property => property.Name, property => (row.TryGetProperty(property.Name + "@odata.type", out var type) ? type.GetString() : null) switch
        {
            "Edm.Double" => double.Parse(property.Value.ToString(), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
            "Edm.DateTime" => property.Value.GetDateTimeOffset().ToString("O", CultureInfo.InvariantCulture),
            _ => $"{property.Value.ValueKind} {property.Value}",
        });
    }
}
