using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using static Notifieringar.Tests.Compat.AzureStorage.RecordingHandler;

namespace Notifieringar.Tests.Compat.AzureStorage;

public sealed class QueueRequestTests
{
    private const string Times = "<InsertionTime>Fri, 09 Oct 2026 21:04:30 GMT</InsertionTime><ExpirationTime>Fri, 16 Oct 2026 21:04:30 GMT</ExpirationTime>"
        + "<PopReceipt>R+1=</PopReceipt><TimeNextVisible>Fri, 09 Oct 2026 23:29:20 GMT</TimeNextVisible>";

    private const string Sent = "<?xml version=\"1.0\" encoding=\"utf-8\"?><QueueMessagesList><QueueMessage><MessageId>m1</MessageId>"
        + Times + "</QueueMessage></QueueMessagesList>";

    [Fact]
    public async Task SendMessage_Text_IsEscapedXmlAndItsReceiptIsRead()
    {
        var (queue, handler) = Queue(QueueMessageEncoding.None, new Answer(HttpStatusCode.Created, Sent));

        var receipt = (await queue.SendMessageAsync("<å & \"ö\">", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(-1))).Value;

        var request = Assert.Single(handler.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("https://contoso.queue.core.windows.net/notices/messages?visibilitytimeout=5&messagettl=-1", request.Uri.AbsoluteUri);
        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?><QueueMessage><MessageText>&lt;å &amp; \"ö\"&gt;</MessageText></QueueMessage>", request.Body);
        Assert.Equal("2023-11-03", request.Headers["x-ms-version"]);
        Assert.StartsWith("SharedKey contoso:", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(("m1", "R+1="), (receipt.MessageId, receipt.PopReceipt));
        Assert.Equal(new DateTimeOffset(2026, 10, 9, 23, 29, 20, TimeSpan.Zero), receipt.TimeNextVisible);
        Assert.Equal(new DateTimeOffset(2026, 10, 16, 21, 4, 30, TimeSpan.Zero), receipt.ExpirationTime);
    }

    [Fact]
    public async Task SendMessage_Base64_EncodesUtf8()
    {
        var (queue, handler) = Queue(QueueMessageEncoding.Base64, new Answer(HttpStatusCode.Created, Sent));

        await queue.SendMessageAsync("{\"id\":\"å\"}");

        Assert.Contains("<MessageText>eyJpZCI6IsOlIn0=</MessageText>", handler.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendMessage_CharacterThatXmlCannotCarry_IsRefusedBeforeSending()
    {
        var (queue, handler) = Queue(QueueMessageEncoding.None);

        await Assert.ThrowsAsync<ArgumentException>(() => queue.SendMessageAsync("bell \u0007"));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task ReceiveMessages_Base64_DecodesBodiesAndCountsReceives()
    {
        var (queue, _) = Queue(QueueMessageEncoding.Base64, new Answer(HttpStatusCode.OK, Received("eyJpZCI6IsOlIn0=")));

        var message = Assert.Single((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1))).Value);

        Assert.Equal("{\"id\":\"å\"}", message.Body.ToString());
        Assert.Equal(3, message.DequeueCount);
    }

    [Fact]
    public async Task ReceiveMessages_TextWhereBase64IsPromised_IsAFormatException()
    {
        var (queue, _) = Queue(QueueMessageEncoding.Base64, new Answer(HttpStatusCode.OK, Received("plain!")));

        await Assert.ThrowsAsync<FormatException>(() => queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task ReceiveMessages_TextWhereBase64IsPromisedAndAHandler_HandsItOverAndReturnsTheRest()
    {
        var options = Options(QueueMessageEncoding.Base64, new RecordingHandler(new Answer(HttpStatusCode.OK, Received("plain!", "aGVq"))));
        var failed = new List<string>();
        options.MessageDecodingFailed += arguments =>
        {
            failed.Add(arguments.ReceivedMessage!.Body.ToString());
            return Task.CompletedTask;
        };

        var messages = (await Service(options).GetQueueClient("notices").ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1))).Value;

        Assert.Equal("hej", Assert.Single(messages).Body.ToString());
        Assert.Equal(["plain!"], failed);
    }

    [Fact]
    public async Task ReceiveMessages_EmptyQueue_IsAnEmptyArray()
    {
        var (queue, _) = Queue(QueueMessageEncoding.None, new Answer(HttpStatusCode.OK, "<?xml version=\"1.0\" encoding=\"utf-8\"?><QueueMessagesList />"));

        Assert.Empty((await queue.ReceiveMessagesAsync()).Value);
    }

    [Fact]
    public async Task UpdateMessage_WithoutText_SendsNoBodyAndEscapesTheReceipt()
    {
        var answer = new Answer(HttpStatusCode.NoContent, "", ("x-ms-popreceipt", "R2"), ("x-ms-time-next-visible", "Fri, 09 Oct 2026 21:05:30 GMT"));
        var (queue, handler) = Queue(QueueMessageEncoding.Base64, answer);

        var updated = (await queue.UpdateMessageAsync("m1", "R+1=", visibilityTimeout: TimeSpan.FromSeconds(60))).Value;

        Assert.Equal("/notices/messages/m1?popreceipt=R%2B1%3D&visibilitytimeout=60", handler.Requests[0].Uri.PathAndQuery);
        Assert.Equal("", handler.Requests[0].Body);
        Assert.Equal("R2", updated.PopReceipt);
    }

    [Fact]
    public async Task AFailure_CarriesTheServicesCodeAndMessage()
    {
        const string body = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>PopReceiptMismatch</Code><Message>Too late.</Message></Error>";
        var (queue, _) = Queue(QueueMessageEncoding.Base64, new Answer(HttpStatusCode.BadRequest, body));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => queue.DeleteMessageAsync("m1", "R1"));

        Assert.Equal(400, failure.Status);
        Assert.True(failure.ErrorCode == QueueErrorCode.PopReceiptMismatch);
        Assert.Contains("Too late.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailureThatIsNoErrorDocument_KeepsItsStatus()
    {
        var (queue, _) = Queue(QueueMessageEncoding.Base64, new Answer(HttpStatusCode.Forbidden, "<html><p>proxy"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => queue.ClearMessagesAsync());

        Assert.Equal((403, null), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task ABusyServer_IsAskedAgain()
    {
        var (queue, handler) = Queue(QueueMessageEncoding.None, new Answer(HttpStatusCode.ServiceUnavailable), new Answer(HttpStatusCode.Created, Sent));

        await queue.SendMessageAsync("hej");

        Assert.Equal(2, handler.Requests.Count);
        Assert.All(handler.Requests, request => Assert.Contains("hej", request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CreateIfNotExists_QueueWithOtherMetadata_IsNull()
    {
        var (queue, _) = Queue(QueueMessageEncoding.None, new Answer(HttpStatusCode.Conflict, "", ("x-ms-error-code", "QueueAlreadyExists")));

        Assert.Null(await queue.CreateIfNotExistsAsync());
    }

    [Fact]
    public async Task ATokenCredential_IsAskedForStorageAndSentAsBearer()
    {
        var scopes = new List<string>();
        var credential = DelegatedTokenCredential.Create((context, _) =>
        {
            scopes.AddRange(context.Scopes);
            return new AccessToken("token-1", DateTimeOffset.MaxValue);
        });
        var handler = new RecordingHandler(new Answer(HttpStatusCode.Created, Sent));
        var service = new QueueServiceClient(new Uri("https://contoso.queue.core.windows.net"), credential, Options(QueueMessageEncoding.None, handler));

        await service.GetQueueClient("notices").SendMessageAsync("hej");

        Assert.Equal("Bearer token-1", handler.Requests[0].Headers["Authorization"]);
        Assert.Equal(["https://storage.azure.com/.default"], scopes);
    }

    [Fact]
    public void QueueAddress_GivesTheName()
    {
        var queue = new QueueClient(new Uri("https://contoso.queue.core.windows.net/notices"), new StorageSharedKeyCredential("contoso", "AAAA"));

        Assert.Equal("notices", queue.Name);
    }

    private static string Received(params string[] texts) => "<?xml version=\"1.0\" encoding=\"utf-8\"?><QueueMessagesList>"
        + string.Concat(texts.Select(text => $"<QueueMessage><MessageId>m1</MessageId>{Times}<DequeueCount>3</DequeueCount><MessageText>{text}</MessageText></QueueMessage>"))
        + "</QueueMessagesList>";

    private static (QueueClient Queue, RecordingHandler Handler) Queue(QueueMessageEncoding encoding, params Answer[] answers)
    {
        var handler = new RecordingHandler(answers);
        return (Service(Options(encoding, handler)).GetQueueClient("notices"), handler);
    }

    private static QueueServiceClient Service(QueueClientOptions options) =>
        new("DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=AAECAwQFBgc=;EndpointSuffix=core.windows.net", options);

    private static QueueClientOptions Options(QueueMessageEncoding encoding, RecordingHandler handler)
    {
        var options = new QueueClientOptions { MessageEncoding = encoding, Transport = new HttpClientTransport(handler) };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return options;
    }
}
