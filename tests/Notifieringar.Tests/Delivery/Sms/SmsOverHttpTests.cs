using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Communication.Sms;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Notifieringar.Delivery;
using Notifieringar.Delivery.Sms;
using Notifieringar.Tests.Compat.AzureCommunicationSms;

namespace Notifieringar.Tests.Delivery.Sms;

/// <summary>The sender with its real client and pipeline, against a provider on loopback.</summary>
public sealed class SmsOverHttpTests
{
    private const string Accepted =
        """{"value":[{"to":"+46701740605","messageId":"Outgoing_1_noam","httpStatusCode":202,"repeatabilityResult":"accepted","successful":true}]}""";

    private static readonly Func<HttpContext, Task> Accept = ProviderServer.Json(202, Accepted);
    private static readonly Func<HttpContext, Task> Fail = ProviderServer.Json(503, """{"error":{"code":"ServiceUnavailable","message":""}}""");

    [Fact]
    public async Task SendAsync_AnySms_CarriesOurRepeatabilityAndIsSignedOverIt()
    {
        await using var server = await ProviderServer.StartAsync(Accept);
        var sms = SomeSms.Notice();

        var outcome = await SendAsync(server, sms);

        var request = Assert.Single(server.Received);
        var recipient = Assert.Single(request.Json["smsRecipients"]!.AsArray())!;
        Assert.Equal("8e2f6a34-54a7-4a1c-9a6a-4c5f0f9c7a11", recipient["repeatabilityRequestId"]!.GetValue<string>());
        Assert.Equal("Mon, 02 Mar 2026 09:59:58 GMT", recipient["repeatabilityFirstSent"]!.GetValue<string>());
        Assert.Equal(sms.Text, request.Json["message"]!.GetValue<string>());
        Assert.Equal("Biblioteket", request.Json["from"]!.GetValue<string>());
        Assert.True(request.Json["smsSendOptions"]!["enableDeliveryReport"]!.GetValue<bool>());
        Assert.Equal(sms.NoticeKey, request.Json["smsSendOptions"]!["tag"]!.GetValue<string>());
        Assert.Equal(HmacHash(request.Body), request.Headers["x-ms-content-sha256"]);
        Assert.Equal(request.Body.Length.ToString(CultureInfo.InvariantCulture), request.Headers["Content-Length"]);
        Assert.Equal(new DeliveryOutcome(DeliveryResult.Accepted, "Outgoing_1_noam", null, null), outcome);
    }

    [Fact]
    public async Task SendAsync_ManyAtOnce_KeepTheirIdsApart()
    {
        await using var server = await ProviderServer.StartAsync(Accept);
        var sender = Sender(server);
        var all = Enumerable.Range(0, 20).Select(number => SomeSms.Notice() with
        {
            NoticeKey = number.ToString(CultureInfo.InvariantCulture),
            RepeatabilityId = Guid.NewGuid(),
        }).ToList();

        await Task.WhenAll(all.Select(sms => sender.SendAsync(sms, TestContext.Current.CancellationToken)));

        var seen = server.Received.ToDictionary(
            request => request.Json["smsSendOptions"]!["tag"]!.GetValue<string>(),
            request => request.Json["smsRecipients"]![0]!["repeatabilityRequestId"]!.GetValue<string>());
        Assert.Equal(all.ToDictionary(sms => sms.NoticeKey, sms => sms.RepeatabilityId.ToString()), seen);
    }

    [Fact]
    public async Task SendAsync_SentAgain_SendsTheSameBody()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Drop, ProviderServer.Drop, ProviderServer.Drop, Accept);

        var first = await SendAsync(server, SomeSms.Notice());
        var second = await SendAsync(server, SomeSms.Notice());

        Assert.Equal(new DeliveryOutcome(DeliveryResult.Unknown, null, "no-answer", null), first);
        Assert.Equal(DeliveryResult.Accepted, second.Result);
        Assert.Equal(4, server.Received.Count);
        Assert.Single(server.Received.Select(request => request.Text).Distinct());
    }

    [Fact]
    public async Task SendAsync_FailureThatPasses_IsRetriedWithTheSameBody()
    {
        await using var server = await ProviderServer.StartAsync(Fail, Accept);

        Assert.Equal(DeliveryResult.Accepted, (await SendAsync(server)).Result);

        Assert.Equal(2, server.Received.Count);
        Assert.Equal(server.Received[0].Text, server.Received[1].Text);
    }

    [Fact]
    public async Task SendAsync_FailureThatStays_IsTemporary()
    {
        await using var server = await ProviderServer.StartAsync(Fail);

        Assert.Equal(new DeliveryOutcome(DeliveryResult.RefusedTemporary, null, "503:ServiceUnavailable", null), await SendAsync(server));

        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task SendAsync_AnswerLostAndThenFailure_IsUnknown()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Drop, Fail);

        Assert.Equal(new DeliveryOutcome(DeliveryResult.Unknown, null, "no-answer", null), await SendAsync(server));
    }

    [Fact]
    public async Task SendAsync_GatewayTimeoutAndThenFailure_IsUnknown()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(504, ""), Fail);

        Assert.Equal(DeliveryResult.Unknown, (await SendAsync(server)).Result);
    }

    [Fact]
    public async Task SendAsync_TooManyRequests_IsNotRetriedButSaysWhen()
    {
        await using var server = await ProviderServer.StartAsync(
            ProviderServer.Json(429, """{"error":{"code":"TooManyRequests","message":""}}""", ("Retry-After", "37")));

        var outcome = await SendAsync(server);

        Assert.Equal(
            new DeliveryOutcome(DeliveryResult.RefusedTemporary, null, "429:TooManyRequests", Duration.FromSeconds(37)), outcome);
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("""{"From":["Invalid From phone number format"]}""", DeliveryResult.RefusedTechnical, "400:From")]
    [InlineData("""{"smsRecipients[0].To":["Invalid"]}""", DeliveryResult.RefusedPermanent, "400:smsRecipients[0].To")]
    [InlineData("<html>", DeliveryResult.RefusedTechnical, "400")]
    public async Task SendAsync_ModelStateError_IsMappedByItsField(string body, DeliveryResult expected, string code)
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(400, body));

        Assert.Equal(new DeliveryOutcome(expected, null, code, null), await SendAsync(server));
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTime_IsUnknown()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Hang);
        var options = SmsDelivery.CreateOptions();
        options.Retry.NetworkTimeout = TimeSpan.FromMilliseconds(200);

        Assert.Equal(DeliveryResult.Unknown, (await SendAsync(server, options: options)).Result);
    }

    [Fact]
    public async Task SendAsync_CancelledOnItsWay_IsUnknown()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = await ProviderServer.StartAsync(async context =>
        {
            await cancel.CancelAsync();
            await ProviderServer.Hang(context);
        });

        var outcome = await Sender(server).SendAsync(SomeSms.Notice(), cancel.Token);

        Assert.Equal(DeliveryResult.Unknown, outcome.Result);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task SendAsync_UnreadableAnswer_IsUnknown()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(202, """{"value":[]}"""));

        Assert.Equal(new DeliveryOutcome(DeliveryResult.Unknown, null, "unreadable-answer", null), await SendAsync(server));
    }

    [Fact]
    public async Task SendAsync_NobodyListens_IsTemporary()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{listener.LocalEndpoint}/");
        listener.Stop();

        var outcome = await Sender(address, SmsDelivery.CreateOptions()).SendAsync(SomeSms.Notice(), TestContext.Current.CancellationToken);

        Assert.Equal(new DeliveryOutcome(DeliveryResult.RefusedTemporary, null, "not-connected", null), outcome);
    }

    private static string HmacHash(byte[] body) => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(body));

    private static Task<DeliveryOutcome> SendAsync(ProviderServer server, SmsToSend? sms = null, SmsClientOptions? options = null) =>
        Sender(server.Address, options ?? SmsDelivery.CreateOptions())
            .SendAsync(sms ?? SomeSms.Notice(), TestContext.Current.CancellationToken);

    private static SmsSender Sender(ProviderServer server) => Sender(server.Address, SmsDelivery.CreateOptions());

    private static SmsSender Sender(Uri address, SmsClientOptions options) =>
        new(new SmsClient($"endpoint={address};accesskey=bm90aWZpZXJpbmdhcg==", options), TimeProvider.System);
}
