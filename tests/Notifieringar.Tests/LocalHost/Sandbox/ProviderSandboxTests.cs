using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Communication.Sms;
using Notifieringar.LocalHost.Sandbox;

namespace Notifieringar.Tests.LocalHost.Sandbox;

/// <summary>The sandbox over its own loopback port, asked the way the providers are asked.</summary>
public sealed class ProviderSandboxTests : IAsyncLifetime
{
    private const string MailKey = "SG.test.key";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notifieringar-sandbox-");
    private readonly HttpClient _client = new();
    private ProviderSandbox _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Sms_FromTheSdk_IsAcceptedWithItsTag()
    {
        var response = await Sms().SendAsync("Bibblan", ["+46701740605", "12"], "Hej Åsa! Böckerna är här.", new SmsSendOptions(true) { Tag = "notis-1" });

        Assert.Equal([true, false], response.Value.Select(result => result.Successful));
        var message = Assert.Single(_sandbox.Messages);
        Assert.Equal(("+46701740605", "Hej Åsa! Böckerna är här.", "notis-1", "sv"), (message.To, message.Text, message.Tag, message.Language));
        Assert.Equal(response.Value[0].MessageId, message.MessageId);
    }

    [Fact]
    public async Task Sms_SignedWithAnotherKey_IsUnauthorized()
    {
        var other = new SmsClient($"endpoint={_sandbox.Url};accesskey={Convert.ToBase64String(new byte[32])}");

        var failed = await Assert.ThrowsAsync<Azure.RequestFailedException>(() => other.SendAsync("Bibblan", "+46701740605", "Hej"));

        Assert.Equal(401, failed.Status);
        Assert.Empty(_sandbox.Messages);
    }

    [Fact]
    public async Task Mail_WithTheKey_IsAcceptedForEachReceiver()
    {
        using var answer = await MailAsync("""
            {"from":{"email":"bibblan@example.se","name":"Bibblan"},"subject":"Alla",
             "personalizations":[{"to":[{"email":"anna@example.se","name":"Anna"}],"subject":"Din"},{"to":[{"email":"bo@example.se"}],"custom_args":{"notice":"n-2"}}],
             "content":[{"type":"text/html","value":"<html lang='ar' dir='rtl'><p>مرحبا</p></html>"}],"custom_args":{"notice":"n-1"}}
            """);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
        Assert.Equal(
            [("anna@example.se", "Din", "n-1", "ar"), ("bo@example.se", "Alla", "n-2", "ar")],
            _sandbox.Messages.Select(message => (message.To, message.Subject!, message.CustomArgs["notice"], message.Language!)));
        Assert.Equal(answer.Headers.GetValues("X-Message-Id").Single(), _sandbox.Messages[0].MessageId);
    }

    [Fact]
    public async Task Mail_WithoutTheKey_IsUnauthorized()
    {
        using var answer = await _client.PostAsJsonAsync(new Uri(_sandbox.Url, "v3/mail/send"), new { });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.NotNull(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]![0]!["message"]);
    }

    [Fact]
    public async Task Mail_InTheProvidersSandboxMode_GoesNowhere()
    {
        using var answer = await MailAsync("""
            {"from":{"email":"a@example.se"},"subject":"A","personalizations":[{"to":[{"email":"b@example.se"}]}],
             "content":[{"type":"text/plain","value":"Hej"}],"mail_settings":{"sandbox_mode":{"enable":true}}}
            """);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(_sandbox.Messages);
    }

    [Fact]
    public async Task Faults_InOrder_AreUsedUp()
    {
        _sandbox.Faults.Add(new Fault(SandboxChannel.Mail, FaultKind.TooManyRequests) { RetryAfterSeconds = 7 });
        using (var set = await _client.PostAsJsonAsync(new Uri(_sandbox.Url, "sandbox/faults"), new { channel = "mail", kind = "serverError", calls = 2 }))
        {
            Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        }

        using var first = await MailAsync(GoodMail);
        using var second = await MailAsync(GoodMail);
        using var third = await MailAsync(GoodMail);
        using var fourth = await MailAsync(GoodMail);

        Assert.Equal([429, 500, 500, 202], new[] { first, second, third, fourth }.Select(answer => (int)answer.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(7), first.Headers.RetryAfter!.Delta);
        Assert.Single(_sandbox.Messages);
    }

    [Fact]
    public async Task DropAfterAccepting_TheCall_DeliversAndHangsUp()
    {
        _sandbox.Faults.Add(new Fault(SandboxChannel.Mail, FaultKind.DropAfterAccepting));

        await Assert.ThrowsAsync<HttpRequestException>(() => MailAsync(GoodMail));

        Assert.Single(_sandbox.Messages);
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeAccepting, 0)]
    [InlineData(FaultKind.Hang, 1)]
    public async Task Faults_ThatSayNothing_AcceptOrNot(object kind, int accepted)
    {
        _sandbox.Faults.Add(new Fault(SandboxChannel.Mail, (FaultKind)kind) { Milliseconds = 50 });

        await Assert.ThrowsAsync<HttpRequestException>(() => MailAsync(GoodMail));

        Assert.Equal(accepted, _sandbox.Messages.Count);
    }

    [Fact]
    public async Task Mix_ADownProvider_AnswersAgainWhenItIsBack()
    {
        await SetAsync("sandbox/mix", new { channel = "mail", mix = new { down = "refusing" } });
        using var down = await MailAsync(GoodMail);
        await SetAsync("sandbox/mix", new { channel = "mail", mix = new { seed = 1 } });
        using var up = await MailAsync(GoodMail);

        Assert.Equal([503, 202], new[] { down, up }.Select(answer => (int)answer.StatusCode));
        Assert.Equal(1, JsonNode.Parse(await _client.GetStringAsync(new Uri(_sandbox.Url, "sandbox/mix")))!["mail"]!["seed"]!.GetValue<int>());
        using var wrong = await _client.PostAsJsonAsync(new Uri(_sandbox.Url, "sandbox/mix"), new { channel = "mail" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Outcomes_SetForReceivers_AreWhatTheCallAnswers()
    {
        await SetAsync("sandbox/outcomes", new { to = "b@example.se", outcome = "refused" });
        await SetAsync("sandbox/outcomes", new { to = "+46701740606", outcome = "unavailable" });

        using var mail = await MailAsync(GoodMail);
        var sms = await Sms().SendAsync("Bibblan", ["+46701740605", "+46701740606", "+46701740653"], "Hej", new SmsSendOptions(true));

        Assert.Equal(HttpStatusCode.BadRequest, mail.StatusCode);
        Assert.Contains("personalizations.0.to.0.email", await mail.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([202, 503, 400], sms.Value.Select(result => result.HttpStatusCode));
        Assert.Equal("+46701740605", Assert.Single(_sandbox.Messages).To);
    }

    [Theory]
    [InlineData("sandbox/inbound", 400)]
    [InlineData("sandbox/receipts", 400)]
    [InlineData("sandbox/handshake", 502)]
    public async Task Receipts_WithNowhereToGo_AreRefused(string path, int status)
    {
        using var answer = await _client.PostAsJsonAsync(new Uri(_sandbox.Url, path), new { from = "+46701740605", to = "Bibblan", message = "STOPP" });

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("[]", await _client.GetStringAsync(new Uri(_sandbox.Url, "sandbox/receipts")));
    }

    [Fact]
    public async Task Restart_OnTheSameFolder_ShowsEarlierMessagesAndKnowsRepeats()
    {
        await Sms().SendAsync("Bibblan", "+46701740605", "Hej");
        var before = _sandbox.Messages.Single();
        await _sandbox.DisposeAsync();

        _sandbox = await StartAsync();

        var after = Assert.Single(_sandbox.Messages);
        Assert.Equal((before.MessageId, before.Repeatable), (after.MessageId, after.Repeatable));
        await Sms().SendAsync("Bibblan", "+46701740605", "Hej igen");
        Assert.Equal([1, 2], _sandbox.Messages.Select(message => message.Number));
    }

    [Fact]
    public async Task Reset_FromAForm_IsRefusedAndAsJsonForgets()
    {
        await Sms().SendAsync("Bibblan", "+46701740605", "Hej");
        var reset = new Uri(_sandbox.Url, "sandbox/reset");

        using var form = await _client.PostAsync(reset, new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        Assert.Single(_sandbox.Messages);

        using var json = await _client.PostAsJsonAsync(reset, new { });
        Assert.Equal(HttpStatusCode.NoContent, json.StatusCode);
        Assert.Equal("[]", await _client.GetStringAsync(new Uri(_sandbox.Url, "sandbox/messages")));
    }

    [Fact]
    public async Task Requests_UnderAForeignName_AreRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _sandbox.Url) { Headers = { Host = "evil.example.se" } };

        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task OutboxPage_ItsAssetsAndLetters_AreServed()
    {
        var letters = _folder.CreateSubdirectory("outbox").CreateSubdirectory("2027-03-01").FullName;
        await File.WriteAllTextAsync(Path.Combine(letters, "del-1.pdf"), "%PDF-1.7 brev");
        await File.WriteAllTextAsync(Path.Combine(letters, "del-1.json"), """{"title":"Brevomgång 1 mars","pages":[{"reference":"a1","firstPage":1,"pageCount":2}]}""");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "secret.pdf"), "not a letter");

        Assert.Contains("Utkorgen", await _client.GetStringAsync(_sandbox.Url));
        Assert.NotEmpty(await _client.GetStringAsync(new Uri(_sandbox.Url, "sandbox/outbox.js")));
        Assert.NotEmpty(await _client.GetStringAsync(new Uri(_sandbox.Url, "sandbox/outbox.css")));
        var list = JsonNode.Parse(await _client.GetStringAsync(new Uri(_sandbox.Url, "sandbox/letters")))![0]!;
        Assert.Equal(("Brevomgång 1 mars", 1), (list["title"]!.GetValue<string>(), list["letters"]!.AsArray().Count));
        Assert.Equal("%PDF-1.7 brev", await _client.GetStringAsync(new Uri(_sandbox.Url, "sandbox/letters/" + list["file"]!.GetValue<string>())));
        using var outside = await _client.GetAsync(new Uri(_sandbox.Url.AbsoluteUri + "sandbox/letters/..%2Fsecret.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task MailHtml_InItsFrame_MayNotRunAnything()
    {
        using var sent = await MailAsync(GoodMail.Replace("text/plain", "text/html", StringComparison.Ordinal));

        using var frame = await _client.GetAsync(new Uri(_sandbox.Url, "sandbox/messages/1/html"));

        var policy = Assert.Single(frame.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox ", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
    }

    private const string GoodMail = """
        {"from":{"email":"a@example.se"},"subject":"A","personalizations":[{"to":[{"email":"b@example.se"}]}],"content":[{"type":"text/plain","value":"Hej"}]}
        """;

    private SmsClient Sms() => new(_sandbox.SmsConnectionString);

    private async Task<HttpResponseMessage> MailAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_sandbox.Url, "v3/mail/send"))
        {
            Content = new StringContent(body, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", MailKey);
        return await _client.SendAsync(request);
    }

    private async Task SetAsync(string path, object body)
    {
        using var answer = await _client.PostAsJsonAsync(new Uri(_sandbox.Url, path), body);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private Task<ProviderSandbox> StartAsync() => ProviderSandbox.StartAsync(
        new SandboxOptions
        {
            SmsAccessKey = Convert.ToBase64String("a key of the test's own, 32 byte"u8),
            MailApiKey = MailKey,
            MessagesPath = Path.Combine(_folder.FullName, "sandbox.jsonl"),
            LettersFolder = Path.Combine(_folder.FullName, "outbox"),
        },
        TimeProvider.System,
        CancellationToken.None);
}
