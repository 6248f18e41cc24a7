using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Notifieringar.LocalHost.FunctionProcess;
using Notifieringar.LocalHost.Processes;
using Notifieringar.LocalHost.Triggers;
using Notifieringar.LocalHost.Triggers.Queues;

namespace Notifieringar.Tests.LocalHost.Triggers;

public sealed class QueueListenerTests
{
    private const int MostLooks = 25;
    private static readonly TimeSpan Awhile = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task AnEmptyQueue_WokenAgainAndAgain_IsAskedNowAndThenOnly()
    {
        var service = new EmptyQueue();
        using var log = new LogFile(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}", "functions.log"), TimeProvider.System);
        using var invoker = new Invoker(new HandlerGroup([]), new Activity(), TimeSpan.FromMinutes(1), log);
        using var listener = new QueueListener(
            new QueueFunction("Dispatch", "message", "chunks", "AzureWebJobsStorage"), Client(service), new QueueRules(), invoker, new SecondDelivery(), TimeProvider.System, log);
        using var over = new CancellationTokenSource(Awhile);

        var listening = listener.RunAsync(over.Token, CancellationToken.None);
        while (!over.IsCancellationRequested)
        {
            listener.Wake();
            await Task.Delay(1, CancellationToken.None);
        }

        await listening;
        Assert.InRange(service.Looks, 2, MostLooks);
    }

    private static QueueServiceClient Client(EmptyQueue service) => new(
        "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=AAECAwQFBgc=;EndpointSuffix=core.windows.net",
        new QueueClientOptions { Transport = new HttpClientTransport(new HttpClient(service)) });

    private sealed class EmptyQueue : HttpMessageHandler
    {
        private int _looks;

        public int Looks => Volatile.Read(ref _looks);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _looks);
            var empty = new StringContent("<QueueMessagesList/>", Encoding.UTF8, "application/xml");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = empty });
        }
    }
}
