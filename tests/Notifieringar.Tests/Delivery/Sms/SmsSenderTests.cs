using Azure;
using Azure.Communication.Sms;
using Azure.Communication.Sms.Models;
using Moq;
using Notifieringar.Delivery;
using Notifieringar.Delivery.Sms;

namespace Notifieringar.Tests.Delivery.Sms;

/// <summary>What the provider's answers mean, with the client replaced.</summary>
public sealed class SmsSenderTests
{
    private readonly Mock<SmsClient> _client = new();

    [Fact]
    public async Task SendAsync_Accepted_GivesTheMessageId()
    {
        Answer(SmsModelFactory.SmsSendResult("+46701740605", "Outgoing_1", 202, true, null));

        Assert.Equal(new DeliveryOutcome(DeliveryResult.Accepted, "Outgoing_1", null, null), await SendAsync());
    }

    [Fact]
    public async Task SendAsync_AnySms_AsksForAReportTaggedWithTheNotice()
    {
        Answer(SmsModelFactory.SmsSendResult("+46701740605", "Outgoing_1", 202, true, null));
        var sms = SomeSms.Notice();

        await SendAsync();

        _client.Verify(client => client.SendAsync(
            sms.SenderId,
            "+46701740605",
            sms.Text,
            It.Is<SmsSendOptions>(options => options.EnableDeliveryReport && options.Tag == sms.NoticeKey),
            It.IsAny<CancellationToken>()));
    }

    [Theory]
    [InlineData(400, "Invalid To phone number format.", DeliveryResult.RefusedPermanent, "400:InvalidTo")]
    [InlineData(400, "Request sent with Invalid DateTime value.", DeliveryResult.RefusedTechnical, "400")]
    [InlineData(401, null, DeliveryResult.RefusedTechnical, "401")]
    [InlineData(429, null, DeliveryResult.RefusedTemporary, "429")]
    [InlineData(500, null, DeliveryResult.RefusedTemporary, "500")]
    [InlineData(503, "ServiceUnavailable", DeliveryResult.RefusedTemporary, "503")]
    [InlineData(504, null, DeliveryResult.Unknown, "504")]
    [InlineData(0, null, DeliveryResult.Unknown, "0")]
    public async Task SendAsync_RecipientRefused_IsMapped(int status, string? message, DeliveryResult expected, string code)
    {
        Answer(SmsModelFactory.SmsSendResult("+46701740605", null, status, false, message));

        Assert.Equal(new DeliveryOutcome(expected, null, code, null), await SendAsync());
    }

    [Theory]
    [InlineData(400, "BadRequest", DeliveryResult.RefusedTechnical)]
    [InlineData(401, "Unauthorized", DeliveryResult.RefusedTechnical)]
    [InlineData(403, "Forbidden", DeliveryResult.RefusedTechnical)]
    [InlineData(429, "TooManyRequests", DeliveryResult.RefusedTemporary)]
    [InlineData(500, "InternalServerError", DeliveryResult.RefusedTemporary)]
    [InlineData(503, "ServiceUnavailable", DeliveryResult.RefusedTemporary)]
    [InlineData(408, "RequestTimeout", DeliveryResult.Unknown)]
    [InlineData(502, "BadGateway", DeliveryResult.Unknown)]
    [InlineData(504, "GatewayTimeout", DeliveryResult.Unknown)]
    public async Task SendAsync_CallRefused_IsMapped(int status, string error, DeliveryResult expected)
    {
        Throw(new RequestFailedException(status, "the text +46701740605", error, innerException: null));

        Assert.Equal(new DeliveryOutcome(expected, null, $"{status}:{error}", null), await SendAsync());
    }

    [Fact]
    public async Task SendAsync_NoConnection_IsTemporary()
    {
        var refused = new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
        Throw(new AggregateException(new RequestFailedException("refused", refused), new RequestFailedException("refused", refused)));

        Assert.Equal(new DeliveryOutcome(DeliveryResult.RefusedTemporary, null, "not-connected", null), await SendAsync());
    }

    [Fact]
    public async Task SendAsync_OneTryLostAndThenNoConnection_IsUnknown()
    {
        var lost = new HttpRequestException(HttpRequestError.ResponseEnded, "ended");
        var refused = new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
        Throw(new AggregateException(new RequestFailedException("lost", lost), new RequestFailedException("refused", refused)));

        Assert.Equal(DeliveryResult.Unknown, (await SendAsync()).Result);
    }

    [Fact]
    public async Task SendAsync_TimedOut_IsUnknown()
    {
        Throw(new TaskCanceledException());

        Assert.Equal(new DeliveryOutcome(DeliveryResult.Unknown, null, "no-answer", null), await SendAsync());
    }

    [Fact]
    public async Task SendAsync_BugOfOurs_IsThrown()
    {
        Throw(new NotSupportedException("a bug"));

        await Assert.ThrowsAsync<NotSupportedException>(SendAsync);
    }

    [Fact]
    public async Task SendAsync_CancelledBeforehand_SendsNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new SmsSender(_client.Object, TimeProvider.System).SendAsync(SomeSms.Notice(), cancelled.Token));

        _client.VerifyNoOtherCalls();
    }

    private void Answer(SmsSendResult result) => Call().ReturnsAsync(Response.FromValue(result, Mock.Of<Response>()));

    private void Throw(Exception exception) => Call().ThrowsAsync(exception);

    private Moq.Language.Flow.ISetup<SmsClient, Task<Response<SmsSendResult>>> Call() => _client.Setup(client => client.SendAsync(
        It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<SmsSendOptions>(), It.IsAny<CancellationToken>()));

    private Task<DeliveryOutcome> SendAsync() =>
        new SmsSender(_client.Object, TimeProvider.System).SendAsync(SomeSms.Notice(), TestContext.Current.CancellationToken);
}
