using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Notifieringar.Records.Storage;

namespace Notifieringar.Tests.Records;

/// <summary>Storage that is away when a table or queue is first asked for, longer than all tries last, and comes back.</summary>
public sealed class TablesTests
{
    private static readonly string Account = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + $"AccountKey={Convert.ToBase64String(new byte[32])};TableEndpoint=http://127.0.0.1:1/devstoreaccount1;QueueEndpoint=http://127.0.0.1:1/devstoreaccount1";

    [Fact]
    public async Task ATable_IsThereWhenStorageIsBack()
    {
        using var away = new AwayForAWhile();
        using var http = new HttpClient(away);
        var options = new TableClientOptions { Transport = new HttpClientTransport(http), Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(1) } };
        var tables = new Tables(new TableServiceClient(Account, options));
        await Assert.ThrowsAsync<AggregateException>(() => tables.GetAsync("People"));

        away.IsBack = true;

        Assert.Equal("People", (await tables.GetAsync("People")).Name);
    }

    [Fact]
    public async Task AQueue_IsThereWhenStorageIsBack()
    {
        using var away = new AwayForAWhile();
        using var http = new HttpClient(away);
        var options = new QueueClientOptions { Transport = new HttpClientTransport(http), Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(1) } };
        var queues = new Queues(new QueueServiceClient(Account, options));
        await Assert.ThrowsAsync<AggregateException>(() => queues.SendAsync("chunks", new { }, delay: null, CancellationToken.None));
        var tried = away.Calls;

        away.IsBack = true;
        await Record.ExceptionAsync(() => queues.SendAsync("chunks", new { }, delay: null, CancellationToken.None)); // its answer is not a real one

        Assert.True(away.Calls > tried, "The fault was remembered.");
    }

    private sealed class AwayForAWhile : HttpMessageHandler
    {
        public bool IsBack { get; set; }

        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return IsBack ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent)) : throw new HttpRequestException(HttpRequestError.ConnectionError);
        }
    }
}
