using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Notifieringar.Scenarios.Compat.AzureStorage;

public sealed class QueueScenarios(Emulator emulator)
{
    [Fact]
    public async Task AMessage_IsSentReceivedHiddenShownAgainAndDeleted()
    {
        var queue = await QueueAsync(QueueMessageEncoding.None);

        await queue.SendMessageAsync("åäö & <b>");
        var first = Assert.Single((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5))).Value);
        Assert.Equal("åäö & <b>", first.Body.ToString());
        Assert.Empty((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5))).Value);

        var updated = (await queue.UpdateMessageAsync(first.MessageId, first.PopReceipt, "ny text", TimeSpan.Zero)).Value;
        var second = Assert.Single((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5))).Value);
        Assert.Equal(("ny text", 2L), (second.Body.ToString(), second.DequeueCount));

        var stale = await Assert.ThrowsAsync<RequestFailedException>(() => queue.DeleteMessageAsync(first.MessageId, updated.PopReceipt));
        Assert.True(stale.ErrorCode == QueueErrorCode.PopReceiptMismatch || stale.ErrorCode == QueueErrorCode.MessageNotFound, stale.ErrorCode);
        await queue.DeleteMessageAsync(second.MessageId, second.PopReceipt);
        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task AnUpdateWithoutText_KeepsTheBodyAndHidesTheMessage()
    {
        var queue = await QueueAsync(QueueMessageEncoding.Base64);
        await queue.SendMessageAsync("kvar");
        var received = Assert.Single((await queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(1))).Value);

        await queue.UpdateMessageAsync(received.MessageId, received.PopReceipt, visibilityTimeout: TimeSpan.FromMinutes(5));
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Empty((await queue.ReceiveMessagesAsync()).Value);
        Assert.Empty((await queue.PeekMessagesAsync(32)).Value);
        Assert.Equal(1, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task ABase64Message_IsBase64OnTheWireAndReadsBack()
    {
        var name = "q" + Guid.NewGuid().ToString("N");
        var encoded = await QueueAsync(QueueMessageEncoding.Base64, name);
        var plain = await QueueAsync(QueueMessageEncoding.None, name);

        await encoded.SendMessageAsync("hej å\u0007");

        Assert.Equal("aGVqIMOlBw==", Assert.Single((await plain.PeekMessagesAsync(1)).Value).Body.ToString());
        Assert.Equal("hej å\u0007", Assert.Single((await encoded.ReceiveMessagesAsync(1)).Value).Body.ToString());
    }

    [Fact]
    public async Task AQueue_CanBeCreatedTwiceClearedAndDeletedTwice()
    {
        var queue = await QueueAsync(QueueMessageEncoding.Base64);
        Assert.Null(await queue.CreateIfNotExistsAsync());
        Assert.Null(await queue.CreateIfNotExistsAsync(new Dictionary<string, string> { ["other"] = "1" }));
        Assert.True((await queue.ExistsAsync()).Value);

        await queue.SendMessageAsync(new BinaryData(new byte[] { 0, 255 }), visibilityTimeout: TimeSpan.FromMinutes(1));
        Assert.Empty((await queue.ReceiveMessagesAsync()).Value);
        await queue.ClearMessagesAsync();
        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);

        Assert.True((await queue.DeleteIfExistsAsync()).Value);
        Assert.False((await queue.DeleteIfExistsAsync()).Value);
        Assert.False((await queue.ExistsAsync()).Value);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => queue.SendMessageAsync("x"));
        Assert.True(failure.ErrorCode == QueueErrorCode.QueueNotFound, failure.ErrorCode);
    }

    [Fact]
    public async Task AWrongKey_IsRefused()
    {
        var connection = emulator.ConnectionString.Replace("AccountKey=Eby8", "AccountKey=AAAA", StringComparison.Ordinal);
        var queue = new QueueClient(connection, "any");

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => queue.GetPropertiesAsync());

        Assert.Equal(403, failure.Status);
    }

    private async Task<QueueClient> QueueAsync(QueueMessageEncoding encoding, string? name = null)
    {
        var service = new QueueServiceClient(emulator.ConnectionString, new QueueClientOptions { MessageEncoding = encoding });
        var queue = service.GetQueueClient(name ?? "q" + Guid.NewGuid().ToString("N"));
        await queue.CreateIfNotExistsAsync();
        return queue;
    }
}
