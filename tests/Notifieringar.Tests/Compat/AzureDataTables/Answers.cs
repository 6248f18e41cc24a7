using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Notifieringar.Tests.Compat.AzureDataTables;

public sealed class Answers
{
    [Theory]
    [InlineData("insert-entity-duplicate(409)", 409, "EntityAlreadyExists")]
    [InlineData("update-replace-stale-etag(412)", 412, "UpdateConditionNotSatisfied")]
    [InlineData("update-missing-entity-star(404)", 404, "ResourceNotFound")]
    [InlineData("query-missing-table(404)", 404, "TableNotFound")]
    public async Task ARefusal_BecomesAnExceptionWithStatusAndCode(string name, int status, string code)
    {
        var answer = Vectors.Named(name).GetProperty("azuriteResponse");
        var service = new RecordedService().Answering(status, answer.Text("body"), ("Content-Type", "application/json"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));

        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
        Assert.True(refused.ErrorCode == new TableErrorCode(code));
        Assert.True(new TableErrorCode(code) != "SomethingElse");
    }

    [Fact]
    public async Task ARefusalInXml_HasItsCodeToo()
    {
        const string Body = "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><error xmlns=\"http://schemas.microsoft.com/ado/2007/08/dataservices/metadata\"><code>AuthenticationFailed</code><message xml:lang=\"en-US\">No.</message></error>";
        var service = new RecordedService().Answering(403, Body, ("Content-Type", "application/xml"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((403, "AuthenticationFailed"), (refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData("{\"odata.error\":{\"co")]
    [InlineData("<html>gateway")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task ARefusalThatIsNotTheServices_StillHasItsStatus(string body)
    {
        var service = new RecordedService().Answering(400, body, ("x-ms-error-code", "FromHeader"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((400, "FromHeader"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task CreateIfNotExists_WhileTheTableIsBeingDeleted_Fails()
    {
        var service = new RecordedService().Answering(409, "{\"odata.error\":{\"code\":\"TableBeingDeleted\",\"message\":{\"lang\":\"en-US\",\"value\":\"x\"}}}");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.CreateIfNotExistsAsync());

        Assert.True(refused.ErrorCode == TableErrorCode.TableBeingDeleted);
    }

    [Fact]
    public async Task AnAnnotationAfterItsProperty_CountsAsWell()
    {
        var service = new RecordedService().Answering(200, "{\"N\":\"5\",\"N@odata.type\":\"Edm.Int64\",\"D\":\"NaN\",\"D@odata.type\":\"Edm.Double\",\"PartitionKey\":\"p\",\"Null\":null}", ("ETag", "W/\"1\""));

        var row = (await service.Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((5L, double.NaN, "p"), (row["N"], row["D"], row.PartitionKey));
        Assert.Equal(new ETag("W/\"1\""), row.ETag);
        Assert.Null(row["Null"]);
    }

    [Fact]
    public async Task RowsOfAPageThatDiffer_AreEachReadRight()
    {
        const string Body = """
            {"odata.metadata":"x","value":[
            {"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"1","A":1,"Guid@odata.type":"Edm.Guid","Guid":"0d391d16-97f1-4b9a-be68-4cc871f90001"},
            {"odata.etag":"W/\"2\"","PartitionKey":"p","RowKey":"2","B":"x","A":2.0},
            {"odata.etag":"W/\"3\"","PartitionKey":"q\"å","RowKey":"3","Guid":"text"}]}
            """;
        var service = new RecordedService().Answering(200, Body);

        var rows = new List<TableEntity>();
        await foreach (var row in service.Table.QueryAsync<TableEntity>())
        {
            rows.Add(row);
        }

        Assert.Equal(["p", "p", "q\"å"], rows.Select(row => row.PartitionKey));
        Assert.Equal([1, 2.0, null], rows.Select(row => row["A"]));
        Assert.Equal([null, "x", null], rows.Select(row => row["B"]));
        Assert.Equal([Guid.Parse("0d391d16-97f1-4b9a-be68-4cc871f90001"), null, "text"], rows.Select(row => row["Guid"]));
        Assert.Equal(new ETag("W/\"3\""), rows[2].ETag);
    }

    [Fact]
    public async Task AnEmptyPage_IsFollowedByItsContinuation()
    {
        var service = new RecordedService()
            .Answering(200, "{\"value\":[]}", ("x-ms-continuation-NextPartitionKey", "1!16!c29tUGFydGl0aW9u"))
            .Answering(200, "{\"value\":[{\"PartitionKey\":\"p\",\"RowKey\":\"r\"}]}");

        var keys = new List<string>();
        await foreach (var row in service.Table.QueryAsync<TableEntity>("PartitionKey eq 'p'"))
        {
            keys.Add(row.RowKey);
        }

        Assert.Equal(["r"], keys);
        Assert.EndsWith("$filter=PartitionKey%20eq%20%27p%27&NextPartitionKey=1%2116%21c29tUGFydGl0aW9u", service.Last.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACancelledQuery_StopsBetweenPages()
    {
        var service = new RecordedService()
            .Answering(200, "{\"value\":[{\"PartitionKey\":\"p\",\"RowKey\":\"r\"}]}", ("x-ms-continuation-NextPartitionKey", "x"));
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in service.Table.QueryAsync<TableEntity>().WithCancellation(stop.Token))
            {
                await stop.CancelAsync();
            }
        });

        Assert.Single(service.Requests);
    }
}
