using System.Net;
using System.Net.Http.Headers;
using Moq;
using NodaTime;
using Notifieringar.Delivery;
using Notifieringar.Delivery.Email;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Notifieringar.Tests.Delivery.Email;

/// <summary>What the provider's answers mean, with the client replaced.</summary>
public sealed class EmailSenderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly Mock<ISendGridClient> _client = new();

    [Fact]
    public async Task SendAsync_Accepted_GivesTheMessageId()
    {
        Answer(202, "", ("X-Message-Id", "14c5d75ce93"));

        Assert.Equal(new DeliveryOutcome(DeliveryResult.Accepted, "14c5d75ce93", null, null), await SendAsync());
    }

    [Theory]
    [InlineData(400, "subject", DeliveryResult.RefusedTechnical)]
    [InlineData(400, "from.email", DeliveryResult.RefusedTechnical)]
    [InlineData(400, "personalizations.0.to.0.email", DeliveryResult.RefusedPermanent)]
    [InlineData(401, "authorization", DeliveryResult.RefusedTechnical)]
    [InlineData(403, "from", DeliveryResult.RefusedTechnical)]
    [InlineData(413, "content", DeliveryResult.RefusedTechnical)]
    [InlineData(500, "x", DeliveryResult.RefusedTemporary)]
    [InlineData(503, "x", DeliveryResult.RefusedTemporary)]
    [InlineData(408, "x", DeliveryResult.Unknown)]
    [InlineData(502, "x", DeliveryResult.Unknown)]
    [InlineData(504, "x", DeliveryResult.Unknown)]
    public async Task SendAsync_Refused_IsMapped(int status, string field, DeliveryResult expected)
    {
        Answer(status, $$"""{"errors":[{"message":"anna@example.se is wrong","field":"{{field}}"}]}""");

        Assert.Equal(new DeliveryOutcome(expected, null, $"{status}:{field}", null), await SendAsync());
    }

    [Theory]
    [InlineData("Retry-After", "12", 12)]
    [InlineData("X-RateLimit-Reset", "1772445630", 30)]
    public async Task SendAsync_TooManyRequests_SaysWhen(string header, string value, int seconds)
    {
        Answer(429, """{"errors":[{"field":null,"message":"too many requests"}]}""", (header, value));

        Assert.Equal(new DeliveryOutcome(DeliveryResult.RefusedTemporary, null, "429", Duration.FromSeconds(seconds)), await SendAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"errors":[]}""")]
    public async Task SendAsync_AnotherBody_GivesTheStatusAlone(string body)
    {
        Answer(403, body);

        Assert.Equal(new DeliveryOutcome(DeliveryResult.RefusedTechnical, null, "403", null), await SendAsync());
    }

    [Fact]
    public async Task SendAsync_TimedOut_IsUnknown()
    {
        Call().ThrowsAsync(new TaskCanceledException());

        Assert.Equal(new DeliveryOutcome(DeliveryResult.Unknown, null, "no-answer", null), await SendAsync());
    }

    [Fact]
    public async Task SendAsync_NoConnection_IsTemporary()
    {
        Call().ThrowsAsync(new HttpRequestException(HttpRequestError.NameResolutionError));

        Assert.Equal(new DeliveryOutcome(DeliveryResult.RefusedTemporary, null, "not-connected", null), await SendAsync());
    }

    [Fact]
    public async Task SendAsync_BugOfOurs_IsThrown()
    {
        Call().ThrowsAsync(new NotSupportedException("a bug"));

        await Assert.ThrowsAsync<NotSupportedException>(SendAsync);
    }

    [Fact]
    public async Task SendAsync_CancelledBeforehand_SendsNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new EmailSender(_client.Object, TimeProvider.System).SendAsync(SomeEmail.Notice(), cancelled.Token));

        _client.VerifyNoOtherCalls();
    }

    private void Answer(int status, string body, params (string Name, string Value)[] headers)
    {
        using var message = new HttpResponseMessage();
        foreach (var (name, value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        Call().ReturnsAsync(new Response((HttpStatusCode)status, new StringContent(body, MediaTypeHeaderValue.Parse("application/json")), message.Headers));
    }

    private Moq.Language.Flow.ISetup<ISendGridClient, Task<Response>> Call() =>
        _client.Setup(client => client.SendEmailAsync(It.IsAny<SendGridMessage>(), It.IsAny<CancellationToken>()));

    private Task<DeliveryOutcome> SendAsync() =>
        new EmailSender(_client.Object, new ManualTime(Now)).SendAsync(SomeEmail.Notice(), TestContext.Current.CancellationToken);
}
