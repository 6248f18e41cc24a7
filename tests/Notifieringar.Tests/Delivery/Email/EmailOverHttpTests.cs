using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Delivery;
using Notifieringar.Delivery.Email;
using Notifieringar.Tests.Compat.AzureCommunicationSms;
using SendGrid;

namespace Notifieringar.Tests.Delivery.Email;

/// <summary>The sender as it is registered, against a provider on loopback.</summary>
public sealed class EmailOverHttpTests
{
    [Fact]
    public async Task SendAsync_Notice_IsWhatTheProviderGets()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(202, "", ("X-Message-Id", "14c5d75ce93")));

        var outcome = await SendAsync(server.Address, SomeEmail.Notice());

        Assert.Equal(new DeliveryOutcome(DeliveryResult.Accepted, "14c5d75ce93", null, null), outcome);
        var request = Assert.Single(server.Received);
        Assert.Equal("/v3/mail/send", request.PathAndQuery);
        Assert.Equal("Bearer SG.test", request.Headers["Authorization"]);
        var expected = JsonNode.Parse("""
            {
              "from": { "name": "Biblioteket i Sjöby", "email": "biblioteket@example.se" },
              "subject": "Boktips för sommaren",
              "personalizations": [{
                "to": [{ "email": "anna@example.se" }],
                "headers": {
                  "List-Unsubscribe": "<https://notiser.example.se/u/abc123>",
                  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"
                },
                "custom_args": { "ntc_key": "summer~c-7~1~tips~email" }
              }],
              "content": [
                { "type": "text/plain", "value": "Hej!\nHär är våra boktips." },
                { "type": "text/html", "value": "<p>Hej!</p><p>Här är våra boktips.</p>" }
              ],
              "tracking_settings": {
                "click_tracking": { "enable": false, "enable_text": false },
                "open_tracking": { "enable": false },
                "subscription_tracking": { "enable": false }
              },
              "reply_to": { "email": "svar@example.se" }
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, request.Json), request.Text);
    }

    [Fact]
    public async Task SendAsync_NothingToUnsubscribeFrom_HasNoHeadersAndNoReplyTo()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(202, ""));

        await SendAsync(server.Address, SomeEmail.Notice() with { UnsubscribeUrl = null, ReplyTo = null });

        var request = Assert.Single(server.Received);
        Assert.False(request.Json["personalizations"]![0]!.AsObject().ContainsKey("headers"));
        Assert.False(request.Json.AsObject().ContainsKey("headers"));
        Assert.False(request.Json.AsObject().ContainsKey("reply_to"));
    }

    [Fact]
    public async Task SendAsync_UnsubscribeUrlThatWouldEndTheHeader_IsEscaped()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(202, ""));

        await SendAsync(server.Address, SomeEmail.Notice() with { UnsubscribeUrl = "https://notiser.example.se/u/a>\r\nBcc: b" });

        var header = Assert.Single(server.Received).Json["personalizations"]![0]!["headers"]!["List-Unsubscribe"]!.GetValue<string>();
        Assert.Equal(1, header.Count(character => character == '>'));
        Assert.DoesNotContain('\n', header);
    }

    [Fact]
    public async Task SendAsync_ConnectionDroppedAfterTheRequest_IsUnknownAndNotSentAgain()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Drop);

        Assert.Equal(new DeliveryOutcome(DeliveryResult.Unknown, null, "no-answer", null), await SendAsync(server.Address, SomeEmail.Notice()));

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task SendAsync_ServerError_IsTemporaryAndNotSentAgain()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(500, "oj"));

        Assert.Equal(new DeliveryOutcome(DeliveryResult.RefusedTemporary, null, "500", null), await SendAsync(server.Address, SomeEmail.Notice()));

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTime_IsUnknown()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Hang);
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = "SG.test", Host = server.Address.ToString() });

        var outcome = await new EmailSender(client, TimeProvider.System).SendAsync(SomeEmail.Notice(), TestContext.Current.CancellationToken);

        Assert.Equal(DeliveryResult.Unknown, outcome.Result);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_IsTemporary()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{listener.LocalEndpoint}/");
        listener.Stop();

        Assert.Equal(
            new DeliveryOutcome(DeliveryResult.RefusedTemporary, null, "not-connected", null),
            await SendAsync(address, SomeEmail.Notice()));
    }

    private static async Task<DeliveryOutcome> SendAsync(Uri address, EmailToSend email)
    {
        var settings = new Dictionary<string, string?> { ["Mail:ApiKey"] = "SG.test", ["Mail:Host"] = address.ToString() };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection().AddEmailDelivery(configuration).BuildServiceProvider();
        return await services.GetRequiredService<EmailSender>().SendAsync(email, TestContext.Current.CancellationToken);
    }
}
