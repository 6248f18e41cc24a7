using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;

namespace Notifieringar.Tests.Compat.AzureDataTables;

public sealed partial class Transactions
{
    private static readonly ETag Stale = new("W/\"datetime'2026-11-22T04%3A46%3A52.7081060Z'\"");

    [Fact]
    public async Task TheBody_IsABatchAroundOneChangeset()
    {
        var service = Answering("transaction-3-actions");

        await service.Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("P", "r6") { ["Status"] = "Köad", ["N"] = 6 }),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("P", "r'2") { ["N"] = 22 }, Stale),
            new(TableTransactionActionType.Delete, new TableEntity("P", "r3")),
        ]);

        const string Expected = """
            --batch_ID
            Content-Type: multipart/mixed; boundary=changeset_ID

            --changeset_ID
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST http://127.0.0.1:39103/devstoreaccount1/Notiser HTTP/1.1
            DataServiceVersion: 3.0
            Prefer: return-no-content
            Accept: application/json;odata=minimalmetadata
            Content-Type: application/json;odata=nometadata

            {"PartitionKey":"P","RowKey":"r6","Status":"Köad","N":6}
            --changeset_ID
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PATCH http://127.0.0.1:39103/devstoreaccount1/Notiser(PartitionKey='P',RowKey='r''2') HTTP/1.1
            DataServiceVersion: 3.0
            If-Match: W/"datetime'2026-11-22T04%3A46%3A52.7081060Z'"
            Accept: application/json
            Content-Type: application/json

            {"PartitionKey":"P","RowKey":"r'2","N":22}
            --changeset_ID
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            DELETE http://127.0.0.1:39103/devstoreaccount1/Notiser(PartitionKey='P',RowKey='r3') HTTP/1.1
            DataServiceVersion: 3.0
            If-Match: *
            Accept: application/json;odata=minimalmetadata


            --changeset_ID--

            --batch_ID--

            """;
        Assert.Equal(("POST", "/devstoreaccount1/$batch"), (service.Last.Method, service.Last.Path));
        Assert.Matches("^multipart/mixed; boundary=batch_[0-9a-f-]{36}$", service.Last.Headers["Content-Type"]);
        Assert.Equal(Expected.ReplaceLineEndings("\r\n"), Id().Replace(service.Last.Body, "_ID"));
    }

    [Fact]
    public async Task TheAnswer_HasTheResponseOfEachActionInOrder()
    {
        var service = Answering("transaction-3-actions");

        var response = await service.Table.SubmitTransactionAsync([Add("r6"), Add("r2"), new(TableTransactionActionType.Delete, new TableEntity("P", "r3"))]);

        Assert.Equal(202, response.GetRawResponse().Status);
        Assert.Equal([204, 204, 204], response.Value.Select(part => part.Status));
        Assert.Equal(new ETag("W/\"datetime'2026-11-22T04%3A46%3A52.8361417Z'\""), response.Value[1].Headers.ETag);
        Assert.Null(response.Value[2].Headers.ETag);
        Assert.Equal("No Content", response.Value[0].ReasonPhrase);
    }

    [Fact]
    public async Task ARefusal_NamesItsAction()
    {
        var service = Answering("transaction-duplicate(409)");

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => service.Table.SubmitTransactionAsync([Add("r7"), Add("r2")]));

        Assert.Equal((1, 409, "EntityAlreadyExists"), (refused.FailedTransactionActionIndex, refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task ARefusalOutsideAnyChangeset_IsReadToo()
    {
        const string Body = "--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n{\"odata.error\":{\"code\":\"InvalidInput\",\"message\":{\"lang\":\"en-US\",\"value\":\"0:x\"}}}\r\n--b--\r\n";
        var service = new RecordedService().Answering(202, Body, ("Content-Type", "multipart/mixed; boundary=\"b\""));

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => service.Table.SubmitTransactionAsync([Add("r7")]));

        Assert.Equal((0, 400, "InvalidInput"), (refused.FailedTransactionActionIndex, refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=b", "--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "")]
    [InlineData("text/html", "<p>")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n\r\n--b--")]
    public async Task AnAnswerWithTooFewParts_IsNoSuccess(string contentType, string body)
    {
        var service = new RecordedService().Answering(202, body, ("Content-Type", contentType));

        await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.SubmitTransactionAsync([Add("r7"), Add("r2")]));
    }

    [Fact]
    public async Task ARefusalOfTheWholeRequest_IsNoRefusalOfAnAction()
    {
        var service = new RecordedService().Answering(413, "{\"odata.error\":{\"code\":\"RequestBodyTooLarge\",\"message\":{\"lang\":\"en-US\",\"value\":\"x\"}}}");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.SubmitTransactionAsync([Add("r7")]));

        Assert.Equal((413, "RequestBodyTooLarge"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task NoActions_AreRefusedAtOnce()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => new RecordedService().Table.SubmitTransactionAsync([]));
    }

    private static TableTransactionAction Add(string key) => new(TableTransactionActionType.Add, new TableEntity("P", key) { ["N"] = 1 });

    private static RecordedService Answering(string vector)
    {
        var answer = Vectors.Named(vector).GetProperty("azuriteResponse");
        return new RecordedService().Answering(202, answer.Text("body"), ("Content-Type", answer.GetProperty("headers").Text("content-type")));
    }

    [GeneratedRegex("_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
