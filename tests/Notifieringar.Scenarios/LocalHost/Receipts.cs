using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Communication.Sms;
using Notifieringar.LocalHost;

namespace Notifieringar.Scenarios.LocalHost;

/// <summary>What the sandbox sends back to the function app's public address.</summary>
public sealed class Receipts
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReachTheFunctionProcessWithTheSecretOfItsSettings()
    {
        await using var machine = await StartAsync();

        await new SmsClient(machine.Local.Sandbox.SmsConnectionString)
            .SendAsync("Bibblan", ["+46701740605", "+46701740684"], "Hej!", new SmsSendOptions(true) { Tag = "notis-1" }, Token);
        await machine.Local.Sandbox.Receipts.SettledAsync(Token);

        var calls = machine.Behaviour.Calls.Where(call => call.Path == "hooks/sms").ToList();
        var states = calls.SelectMany(call => JsonNode.Parse(call.Body)!.AsArray()).Select(report => report!["data"]!["deliveryStatus"]!.GetValue<string>());
        Assert.Equal(["Delivered", "Failed"], states.Order(StringComparer.Ordinal));
        Assert.All(calls, call => Assert.Equal(call.Headers["x-secret"], Uri.UnescapeDataString(call.Query["?secret=".Length..])));
        Assert.All(calls, call => Assert.NotEmpty(call.Headers["x-secret"]));
    }

    [Fact]
    public async Task OfEmailsAreSignedWithTheKeyOfItsSettings()
    {
        await using var machine = await StartAsync();
        var keys = Secrets.LoadOrCreate(Path.Combine(machine.DataFolder, "secrets.json"));

        await MailAsync(machine, keys, "åsa@example.se");
        await machine.Local.Sandbox.Receipts.SettledAsync(Token);

        var calls = machine.Behaviour.Calls.Where(call => call.Path == "hooks/mail").ToList();
        Assert.Equal(2, calls.Sum(call => JsonNode.Parse(call.Body)!.AsArray().Count));
        Assert.All(calls, call => Assert.True(IsSigned(call)));
    }

    [Fact]
    public async Task WaitForAFunctionProcessThatWasKilled()
    {
        await using var machine = await StartAsync();
        machine.Local.FunctionsProcess.Kill();

        await new SmsClient(machine.Local.Sandbox.SmsConnectionString).SendAsync("Bibblan", "+46701740605", "Hej!", cancellationToken: Token);
        await machine.Local.Sandbox.Receipts.SettledAsync(Token);

        Assert.Contains(machine.Behaviour.Calls, call => call.Path == "hooks/sms");
        Assert.Equal(0, machine.Local.Sandbox.Receipts.GivenUp);
    }

    [Fact]
    public async Task AreNotSentUnlessAskedForButAnswersAre()
    {
        await using var machine = await StartAsync(sent: false);
        using var client = new HttpClient();

        await new SmsClient(machine.Local.Sandbox.SmsConnectionString).SendAsync("Bibblan", "+46701740605", "Hej!", cancellationToken: Token);
        using var answer = await client.PostAsJsonAsync(
            new Uri(machine.Local.Sandbox.Url, "sandbox/inbound"), new { from = "+46701740605", to = "Bibblan", message = "STOPP" }, Token);
        await machine.Local.Sandbox.Receipts.SettledAsync(Token);

        var call = Assert.Single(machine.Behaviour.Calls);
        Assert.Equal("STOPP", JsonNode.Parse(call.Body)![0]!["data"]!["message"]!.GetValue<string>());
    }

    private static bool IsSigned(Call call)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(call.Headers["x-public-key"]), out _);
        var signed = Encoding.UTF8.GetBytes(call.Headers["X-Twilio-Email-Event-Webhook-Timestamp"] + call.Body);
        var signature = Convert.FromBase64String(call.Headers["X-Twilio-Email-Event-Webhook-Signature"]);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static async Task MailAsync(Machine machine, Secrets keys, string to)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(machine.Local.Sandbox.Url, "v3/mail/send"))
        {
            Content = JsonContent.Create(new
            {
                from = new { email = "bibblan@example.se" },
                subject = "Hej",
                personalizations = new[] { new { to = new[] { new { email = to } }, custom_args = new { notice_key = "notis-å" } } },
                content = new[] { new { type = "text/plain", value = "Hej" } },
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", keys.MailApiKey);
        using var answer = await client.SendAsync(request, Token);
        answer.EnsureSuccessStatusCode();
    }

    private static Task<Machine> StartAsync(bool sent = true) => Machine.StartAsync(
        new TestApp().WithHttp("TakeSms", "hooks/sms").WithHttp("TakeMail", "hooks/mail"), change: options => options with { SendReceipts = sent });
}
