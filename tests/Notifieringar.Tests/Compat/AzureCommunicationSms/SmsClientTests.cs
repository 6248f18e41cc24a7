using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure;
using Azure.Communication.Sms;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Notifieringar.Tests.Compat.AzureCommunicationSms;

/// <summary>The client over real HTTP.</summary>
public sealed class SmsClientTests
{
    private const string Key = "bm90aWZpZXJpbmdhci1mYWtlLWFjcy1rZXktMDAwMSE=";

    private const string Accepted =
        """{"value":[{"to":"+46701740605","messageId":"Outgoing_1_noam","httpStatusCode":202,"repeatabilityResult":"accepted","successful":true}]}""";

    [Fact]
    public async Task SendAsync_OneRecipientWithOptions_WritesTheVendorsBody()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(202, Accepted));

        var result = await Client(server).SendAsync("Kommunen", "+46701740605", "Påminnelse: möte", new SmsSendOptions(true) { Tag = "notis-1" });

        var request = Assert.Single(server.Received);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/sms?api-version=2021-03-07", request.PathAndQuery);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal(["from", "smsRecipients", "message", "smsSendOptions"], request.Json.AsObject().Select(property => property.Key));
        Assert.Equal("Påminnelse: möte", request.Json["message"]!.GetValue<string>());
        Assert.Equal("""{"enableDeliveryReport":true,"tag":"notis-1"}""", request.Json["smsSendOptions"]!.ToJsonString());
        var recipient = request.Json["smsRecipients"]![0]!;
        Assert.Equal(["to", "repeatabilityRequestId", "repeatabilityFirstSent"], recipient.AsObject().Select(property => property.Key));
        Assert.Equal(36, recipient["repeatabilityRequestId"]!.GetValue<string>().Length);
        Assert.Equal(request.Headers["x-ms-date"], recipient["repeatabilityFirstSent"]!.GetValue<string>());
        Assert.True(result.Value.Successful);
        Assert.Equal("Outgoing_1_noam", result.Value.MessageId);
        Assert.Equal(202, result.GetRawResponse().Status);
    }

    [Fact]
    public async Task Send_NoOptions_LeavesThemOut()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(202, Accepted));

        Client(server).Send("Kommunen", "+46701740605", "Hej", cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(Assert.Single(server.Received).Json.AsObject().ContainsKey("smsSendOptions"));
    }

    [Fact]
    public async Task SendAsync_AnyRequest_IsSignedOverWhatWasSent()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(202, Accepted));

        await Client(server).SendAsync("Kommunen", "+46701740605", "مرحبا 👋");

        var request = Assert.Single(server.Received);
        var hash = Convert.ToBase64String(SHA256.HashData(request.Body));
        var toSign = $"POST\n/sms?api-version=2021-03-07\n{request.Headers["x-ms-date"]};{request.Headers["Host"]};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(toSign)));
        Assert.Equal(hash, request.Headers["x-ms-content-sha256"]);
        Assert.Equal(request.Headers["x-ms-date"], request.Headers["Date"]);
        Assert.Equal($"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}", request.Headers["Authorization"]);
    }

    [Fact]
    public async Task SendAsync_ManyRecipients_GivesEachItsResult()
    {
        const string Mixed = """
            {"value":[
              {"to":"+46701740605","messageId":"Outgoing_1","httpStatusCode":202,"repeatabilityResult":"accepted","successful":true},
              {"to":"+46701740","httpStatusCode":400,"errorMessage":"Invalid To phone number format.","successful":false},
              {"to":"+46701740607","messageId":"Outgoing_3","httpStatusCode":503,"errorMessage":"ServiceUnavailable","successful":false}]}
            """;
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(202, Mixed));

        var results = (await Client(server).SendAsync("Kommunen", ["+46701740605", "+46701740", "+46701740607"], "Hej")).Value;

        Assert.Equal([202, 400, 503], results.Select(result => result.HttpStatusCode));
        Assert.Equal([true, false, false], results.Select(result => result.Successful));
        Assert.Equal(["Outgoing_1", null, "Outgoing_3"], results.Select(result => result.MessageId));
        Assert.Equal([null, "Invalid To phone number format.", "ServiceUnavailable"], results.Select(result => result.ErrorMessage));
        var sent = Recipients(Assert.Single(server.Received));
        Assert.Equal(["+46701740605", "+46701740", "+46701740607"], sent.Select(recipient => recipient!["to"]!.GetValue<string>()));
        var ids = sent.Select(recipient => recipient!["repeatabilityRequestId"]!.GetValue<string>());
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public async Task SendAsync_CalledTwice_MakesNewRepeatabilityIds()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(202, Accepted));
        var client = Client(server);

        await client.SendAsync("Kommunen", "+46701740605", "Hej");
        await client.SendAsync("Kommunen", "+46701740605", "Hej");

        Assert.Equal(2, server.Received.Select(request => Recipients(request)[0]!["repeatabilityRequestId"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task SendAsync_TooManyRequestsFirst_IsRetriedAfterTheNamedTimeWithTheSameBody()
    {
        await using var server = await ProviderServer.StartAsync(
            ProviderServer.Json(429, """{"error":{"code":"TooManyRequests","message":""}}""", ("Retry-After", "1")),
            ProviderServer.Json(202, Accepted));
        var started = TimeProvider.System.GetTimestamp();

        var result = await Client(server).SendAsync("Kommunen", "+46701740605", "Hej");

        Assert.True(result.Value.Successful);
        Assert.Equal(2, server.Received.Count);
        Assert.Equal(server.Received[0].Text, server.Received[1].Text);
        Assert.NotEqual(server.Received[0].Headers["x-ms-date"], server.Received[1].Headers["x-ms-date"]);
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(990));
    }

    [Fact]
    public async Task SendAsync_ModelStateError_ThrowsWithItsBody()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(400, """{"From":["Invalid From phone number format"]}"""));

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Client(server).SendAsync("Köket", "+46701740605", "Hej"));

        Assert.Equal(400, error.Status);
        Assert.Null(error.ErrorCode);
        Assert.Equal("""{"From":["Invalid From phone number format"]}""", error.GetRawResponse()!.Content.ToString());
    }

    [Fact]
    public async Task Send_Unauthorized_ThrowsWithItsCode()
    {
        await using var server = await ProviderServer.StartAsync(ProviderServer.Json(401, """{"error":{"code":"Unauthorized","message":""}}"""));

        var error = Assert.Throws<RequestFailedException>(() => Client(server).Send("Kommunen", "+46701740605", "Hej"));

        Assert.Equal(401, error.Status);
        Assert.Equal("Unauthorized", error.ErrorCode);
    }

    [Fact]
    public async Task SendAsync_TokenCredential_AsksForTheServicesScope()
    {
        var credential = new FixedToken();
        var transport = new HttpClientTransport(new HttpClient(new Answering(Accepted)));
        var client = new SmsClient(new Uri("https://contoso.communication.azure.com"), credential, new SmsClientOptions { Transport = transport });

        await client.SendAsync("Kommunen", "+46701740605", "Hej");

        Assert.Equal(["https://communication.azure.com//.default"], credential.Scopes);
    }

    [Theory]
    [InlineData("accesskey=YQ==")]
    [InlineData("endpoint=https://contoso.communication.azure.com/;accesskey=")]
    public void Constructor_IncompleteConnectionString_Throws(string connectionString) =>
        Assert.Throws<InvalidOperationException>(() => new SmsClient(connectionString));

    [Fact]
    public void PublicSurface_IsTheListedPartOfTheVendors() => PublicSurface.Matches(typeof(SmsClient).Assembly, "Azure.Communication.Sms.txt");

    private static SmsClient Client(ProviderServer server) => new($"Endpoint={server.Address};AccessKey={Key}");

    private static JsonArray Recipients(ReceivedRequest request) => request.Json["smsRecipients"]!.AsArray();

    private sealed class FixedToken : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Answering(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Accepted) { Content = new StringContent(body) });
    }
}
