using System.Text;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Notifieringar.Model;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Texts;
using Notifieringar.Records.Work;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Hooks;
using Notifieringar.Workflows.Watching;
using NodaTime.Testing;

namespace Notifieringar.Tests.Workflows.Hooks;

/// <summary>Who gets in, on an installation whose storage does not answer: whatever is taken would be lost.</summary>
public sealed class ReceiveHookTests
{
    private const string Secret = "hemligt";
    private const string Handshake = """
        [{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"512d38b6"}}]
        """;

    [Fact]
    public async Task Run_ASettingIsMissing_TakesNothing()
    {
        var hook = Hook(new HookOptions(SmsSecret: null, SmsSubscription: null, MailPublicKey: null));

        Assert.Equal(HookResult.NotSetUp, (await hook.RunAsync("sms", Post(Handshake, secret: ""), CancellationToken.None)).Result);
        Assert.Equal(HookResult.NotSetUp, (await hook.RunAsync("mail", Post("[]"), CancellationToken.None)).Result);
    }

    [Theory]
    [InlineData(null, "NOTIS-SMS", HookResult.Taken)]
    [InlineData("notis-sms", "NOTIS-SMS", HookResult.Taken)]
    [InlineData("notis-sms", "ANOTHERS", HookResult.Refused)]
    [InlineData("notis-sms", "", HookResult.Refused)]
    public async Task Run_AnEventSubscription_IsValidatedOnlyWhenItIsTheExpectedOne(string? expected, string subscription, HookResult result)
    {
        var answer = await Hook(new HookOptions(Secret, expected, null)).RunAsync(
            "sms", Post(Handshake) with { Subscription = subscription }, CancellationToken.None);

        Assert.Equal((result, result == HookResult.Taken ? "512d38b6" : null), (answer.Result, answer.ValidationCode));
    }

    [Theory]
    [InlineData(null, "", HookResult.Taken)]
    [InlineData("event-grid", "EVENT-GRID", HookResult.Taken)]
    [InlineData("event-grid", "", HookResult.Refused)]
    [InlineData("event-grid", "another", HookResult.Refused)]
    public async Task Run_ACallerIsNamed_TakesNothingWithoutItsToken_ThoughTheSecretIsRight(string? expected, string caller, HookResult result)
    {
        var answer = await Hook(new HookOptions(Secret, null, null, expected)).RunAsync("sms", Post(Handshake) with { Caller = caller }, CancellationToken.None);

        Assert.Equal(result, answer.Result);
    }

    [Fact]
    public async Task Run_StorageDoesNotAnswer_Throws_SoThatTheProviderTriesAgain()
    {
        var reference = new NoticeReference(Some.Unit, Some.Guardian().Id, new NoticeKey("sprakstart-6", "0a1b2c", 0, "reminder", Channel.Sms));
        var report = $$$"""[{"eventType":"Microsoft.Communication.SMSDeliveryReportReceived","data":{"deliveryStatus":"Delivered","tag":"{{{reference}}}"}}]""";

        await Assert.ThrowsAsync<RequestFailedException>(
            () => Hook(new HookOptions(Secret, null, null)).RunAsync("sms", Post(report), CancellationToken.None));
    }

    private static HookPost Post(string body, string secret = Secret) => new(secret, "", "", "", Encoding.UTF8.GetBytes(body));

    private static ReceiveHook Hook(HookOptions options)
    {
        var nowhere = new TableClientOptions();
        nowhere.Retry.MaxRetries = 0;
        var tables = new Tables(new TableServiceClient(
            "DefaultEndpointsProtocol=http;AccountName=ingen;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:1/ingen;", nowhere));
        var clock = new FakeClock(Some.PlannedAt);
        var definitions = new DefinitionCache(new DefinitionTable(tables), new TemplateTable(tables), TimeProvider.System);
        var receipts = new ReceiptKeeping(new WaitingReceipts(tables), definitions, clock, new NoticeTraces(new byte[32]));
        return new ReceiveHook(
            new ReceiveSmsEvents(
                receipts, new Inbox(tables), new WaitingMessages(tables), definitions, options, clock, TimeProvider.System, NullLogger<ReceiveSmsEvents>.Instance),
            new ReceiveEmailEvents(receipts, options, TimeProvider.System, NullLogger<ReceiveEmailEvents>.Instance));
    }
}
