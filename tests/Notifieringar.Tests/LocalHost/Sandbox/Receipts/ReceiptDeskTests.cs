using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.LocalHost.Sandbox.Receipts;

namespace Notifieringar.Tests.LocalHost.Sandbox.Receipts;

/// <summary>What the function app is told about messages, over real HTTP.</summary>
public sealed class ReceiptDeskTests : IAsyncLifetime
{
    private static readonly Secrets Keys = new();
    private readonly OutcomeTable _outcomes = new();
    private readonly List<SandboxMessage> _accepted = [];
    private FakeHooks _hooks = null!;
    private ReceiptDesk _desk = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _hooks = await FakeHooks.StartAsync();
        _desk = new ReceiptDesk(
            new HookAddress(_hooks.Url, "hemligt", Keys.MailSigningKey), new ReceiptRules { Sent = true, BatchWaitMilliseconds = 0 }, _outcomes, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _hooks.DisposeAsync();
    }

    [Fact]
    public async Task Accepted_AnSms_SendsADeliveryReportAsEventGridDoes()
    {
        Sms("notis-42");
        await _desk.SettledAsync(Token);

        var call = Assert.Single(_hooks.Calls);
        Assert.Equal(("/hooks/sms?secret=hemligt", "Notification", "0"), (call.Target, call.Headers["aeg-event-type"], call.Headers["aeg-delivery-count"]));
        var report = Assert.Single(call.Events);
        Assert.Equal("Microsoft.Communication.SMSDeliveryReportReceived", report["eventType"]!.GetValue<string>());
        Assert.Equal(("Delivered", "notis-42"), (report["data"]!["deliveryStatus"]!.GetValue<string>(), report["data"]!["tag"]!.GetValue<string>()));
        Assert.Equal(report["id"]!.GetValue<string>(), report["data"]!["messageId"]!.GetValue<string>());
        Assert.Equal(SomeFieldsOfTheProvidersReport, ((JsonObject)report["data"]!).Select(field => field.Key));
        Assert.Equal(ReceiptState.Delivered, Assert.Single(_desk.Book.After(0)).State);
    }

    [Theory]
    [InlineData(Outcome.NumberUnknown, "4004")]
    [InlineData(Outcome.Unreachable, "4006")]
    [InlineData(Outcome.OptedOut, "4007")]
    [InlineData(Outcome.NoReport, "5002")]
    public async Task Accepted_AnSmsThatFails_TellsTheProvidersCode(object outcome, string code)
    {
        _outcomes.Set("+46701740605", (Outcome)outcome);
        _desk.Rules = _desk.Rules with { CapitalTag = true };

        Sms("notis-1");
        await _desk.SettledAsync(Token);

        var data = Assert.Single(_hooks.Events)["data"]!;
        Assert.Equal(("Failed", "notis-1"), (data["deliveryStatus"]!.GetValue<string>(), data["Tag"]!.GetValue<string>()));
        Assert.StartsWith(code, data["deliveryStatusDetails"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Outcome.Delivered, "processed delivered")]
    [InlineData(Outcome.Bounced, "processed bounce/bounce")]
    [InlineData(Outcome.Blocked, "processed bounce/blocked")]
    [InlineData(Outcome.Dropped, "dropped")]
    [InlineData(Outcome.ReportedAsSpam, "processed delivered spamreport")]
    [InlineData(Outcome.Unsubscribed, "processed delivered unsubscribe")]
    [InlineData(Outcome.Deferred, "processed deferred delivered")]
    public async Task Accepted_AnEmail_TellsItsStoryInOrderWithItsCustomArgs(object outcome, string story)
    {
        _outcomes.Set("anna@example.se", (Outcome)outcome);

        Mail("notis-7");
        await _desk.SettledAsync(Token);

        Assert.Equal(story, string.Join(' ', _hooks.Events.Select(one => one["event"] + (one["type"] is { } type ? "/" + type : ""))));
        Assert.All(_hooks.Events, one => Assert.Equal("notis-7", one["noticeKey"]!.GetValue<string>()));
        Assert.Equal(_hooks.Events.Count(), _hooks.Events.Select(one => one["sg_event_id"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task Accepted_AnEmail_IsSignedOverTimeAndRawBytes()
    {
        Mail("notis-7");
        await _desk.SettledAsync(Token);

        var call = _hooks.Calls.First();
        var timestamp = call.Headers["X-Twilio-Email-Event-Webhook-Timestamp"];
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Keys.MailPublicKey), out _);
        bool Verifies(byte[] body) => key.VerifyData(
            (byte[])[.. Encoding.UTF8.GetBytes(timestamp), .. body],
            Convert.FromBase64String(call.Headers["X-Twilio-Email-Event-Webhook-Signature"]),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);

        Assert.Equal("/hooks/mail", call.Target);
        Assert.True(Verifies(call.Body));
        Assert.False(Verifies([.. call.Body, (byte)' ']));
        Assert.Equal("\r\n"u8.ToArray(), call.Body[^2..]);
    }

    [Fact]
    public async Task Accepted_WhenTheHookAnswersWithAnError_ComesAgain()
    {
        _hooks.Answer = call => (call.Headers["aeg-delivery-count"] == "0" ? 503 : 200, "");

        Sms("notis-1");
        await _desk.SettledAsync(Token);

        Assert.Equal(["0", "1"], _hooks.Calls.Select(call => call.Headers["aeg-delivery-count"]));
        Assert.Single(_hooks.Events.Select(one => one["id"]!.GetValue<string>()).Distinct());
        Assert.Single(_desk.Book.After(0));
        Assert.Equal(0, _desk.GivenUp);
    }

    [Fact]
    public async Task Accepted_Many_ComesInBatches()
    {
        _desk.Rules = _desk.Rules with { MostInBatch = 10, BatchWaitMilliseconds = 200 };

        Enumerable.Range(0, 25).ToList().ForEach(number => Sms($"notis-{number}"));
        await _desk.SettledAsync(Token);

        Assert.All(_hooks.Calls, call => Assert.InRange(call.Events.Count, 1, 10));
        Assert.InRange(_hooks.Calls.Count, 3, 24);
        Assert.Equal(25, _hooks.Events.Count());
    }

    [Fact]
    public async Task Accepted_WithSharesDroppedAndDuplicated_HitsTheSameNoticesInAnyOrder()
    {
        _desk.Rules = _desk.Rules with { Seed = 11, Dropped = 0.2, Duplicated = 0.2 };
        var numbers = Enumerable.Range(0, 200).ToList();
        numbers.ForEach(number => Sms($"notis-{number}"));
        await _desk.SettledAsync(Token);
        var first = TagCounts();
        _hooks.Calls.Clear();

        numbers.Reverse();
        numbers.ForEach(number => Sms($"notis-{number}"));
        await _desk.SettledAsync(Token);

        Assert.Equal(first, TagCounts());
        Assert.InRange(200 - first.Count, 20, 60);
        Assert.InRange(first.Count(tag => tag.EndsWith(" 2", StringComparison.Ordinal)), 15, 60);
    }

    [Fact]
    public async Task Accepted_Shuffled_ComesOutOfOrder()
    {
        _desk.Rules = _desk.Rules with { Shuffled = true, BatchWaitMilliseconds = 200 };

        Enumerable.Range(0, 100).ToList().ForEach(number => Sms($"notis-{number}"));
        await _desk.SettledAsync(Token);

        var order = _hooks.Events.Select(one => one["data"]!["tag"]!.GetValue<string>()).ToList();
        Assert.Equal(100, order.Distinct().Count());
        Assert.NotEqual(Enumerable.Range(0, 100).Select(number => $"notis-{number}"), order);
    }

    [Fact]
    public async Task Accepted_Silenced_IsNeverHeardOf()
    {
        _outcomes.Set("+46701740605", Outcome.Silent);
        Sms("notis-1");
        _desk.Rules = new ReceiptRules();
        Mail("notis-2");
        await _desk.SettledAsync(Token);

        Assert.Empty(_hooks.Calls);
    }

    [Fact]
    public async Task Receive_AnSmsFromAPerson_IsAnEventOfItsOwn()
    {
        _desk.Receive("+46701740605", "Bibblan", "STOPP");
        await _desk.SettledAsync(Token);

        var received = Assert.Single(_hooks.Events);
        Assert.Equal("Microsoft.Communication.SMSReceived", received["eventType"]!.GetValue<string>());
        Assert.Equal(("+46701740605", "STOPP"), (received["data"]!["from"]!.GetValue<string>(), received["data"]!["message"]!.GetValue<string>()));
        Assert.Empty(_desk.Book.After(0));
    }

    [Theory]
    [InlineData(200, true, true)]
    [InlineData(202, true, false)]
    [InlineData(200, false, false)]
    public async Task HandshakeAsync_TheAnswer_IsConfirmedByTheCodeAnd200Only(int status, bool echoes, bool confirmed)
    {
        _hooks.Answer = call => (status, echoes ? $$"""{"validationResponse":"{{call.Events[0]["data"]!["validationCode"]}}"}""" : "[]");

        var answer = await _desk.HandshakeAsync(Token);

        Assert.Equal((status, confirmed), (answer.Status, answer.Confirmed));
        Assert.Equal("SubscriptionValidation", Assert.Single(_hooks.Calls).Headers["aeg-event-type"]);
    }

    private static readonly string[] SomeFieldsOfTheProvidersReport =
        ["messageId", "from", "to", "deliveryStatus", "deliveryStatusDetails", "receivedTimestamp", "deliveryAttempts", "tag"];

    private List<string> TagCounts() =>
        [.. _hooks.Events.CountBy(one => one["data"]!["tag"]!.GetValue<string>()).Select(tag => $"{tag.Key} {tag.Value}").Order(StringComparer.Ordinal)];

    private void Sms(string tag) => Accept(SandboxChannel.Sms, "+46701740605", tag, []);

    private void Mail(string notice) => Accept(SandboxChannel.Mail, "anna@example.se", null, new() { ["noticeKey"] = notice });

    private void Accept(SandboxChannel channel, string to, string? tag, Dictionary<string, string> customArgs)
    {
        _accepted.Add(new SandboxMessage
        {
            Number = _accepted.Count + 1,
            Channel = channel,
            MessageId = $"Outgoing_{_accepted.Count}",
            ReceivedAt = DateTimeOffset.UnixEpoch,
            ShownAt = DateTimeOffset.UnixEpoch,
            From = "Bibblan",
            To = to,
            Text = "Hej",
            Tag = tag,
            CustomArgs = customArgs,
        });
        _desk.Accepted(_accepted[^1]);
    }
}
