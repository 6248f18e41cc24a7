using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Notifieringar.Delivery.Email;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Tests.Delivery.Email;

public sealed class EmailEventsTests
{
    private static readonly DateTimeOffset Signed = DateTimeOffset.FromUnixTimeSeconds(1736928000);
    private static readonly JsonNode Golden =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Delivery", "Email", "Data", "sendgrid-event-webhook.json")))!;

    private static readonly string Key = Golden["publicKeySpkiBase64"]!.GetValue<string>();
    private static readonly NoticeReference Reference =
        new(Some.Unit, Some.Guardian().Id, new NoticeKey("sprakstart-6", "0a1b2c", 0, "reminder", Channel.Email));

    public static TheoryData<string, string, string> SignedPosts => [.. Golden["vectors"]!.AsArray().Select(post =>
        (post!["timestamp"]!.ToString(), post["signature"]!.GetValue<string>(), post["body"]!.GetValue<string>()))];

    [Theory]
    [MemberData(nameof(SignedPosts))]
    public void IsValid_WhatTheProviderSigned_IsOnlyValidAsItIs(string timestamp, string signature, string body)
    {
        var later = (long.Parse(timestamp, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var other = Golden["otherPublicKeySpkiBase64"]!.GetValue<string>();
        bool IsValid(string key, string signed, string at, string text) =>
            EmailEventSignature.IsValid(key, signed, at, Encoding.UTF8.GetBytes(text), Signed);

        Assert.True(IsValid(Key, signature, timestamp, body));
        Assert.False(IsValid(Key, signature, timestamp, body + " "));
        Assert.False(IsValid(Key, signature, later, body));
        Assert.False(IsValid(other, signature, timestamp, body));
        Assert.False(IsValid(Key, "", timestamp, body));
        Assert.False(IsValid(Key, signature, "", body));
        Assert.False(IsValid(Key, "AAAA", timestamp, body));
        Assert.False(IsValid(Key, "no base64", timestamp, body));
        Assert.False(IsValid(Key, signature, "99999999999999999999", body));
    }

    [Theory]
    [InlineData(25 * 60, true)]
    [InlineData((25 * 60) + 1, false)]
    [InlineData(-10, true)]
    [InlineData(-11, false)]
    public void IsValid_ATimestamp_IsFreshForADay(int minutesLater, bool expected)
    {
        var post = Golden["vectors"]!.AsArray()[0]!;

        Assert.Equal(expected, EmailEventSignature.IsValid(
            Key,
            post["signature"]!.GetValue<string>(),
            post["timestamp"]!.ToString(),
            Encoding.UTF8.GetBytes(post["body"]!.GetValue<string>()),
            Signed.AddMinutes(minutesLater)));
    }

    [Fact]
    public void Read_EveryEventOfTheProvider_IsOneOfOurKindsOrNoneOfOurBusiness()
    {
        var events = Read(Golden["sampleEvents"]!.ToJsonString().Replace("\"notisId\":\"n-123\"", $"\"ntc_key\":\"{Reference}\"", StringComparison.Ordinal));

        Assert.Equal(
            [
                (ReceiptKind.Taken, "processed"), (ReceiptKind.Taken, "processed"), (ReceiptKind.Taken, "deferred"), (ReceiptKind.Delivered, "delivered"),
                (ReceiptKind.BouncedPermanent, "5.1.1"), (ReceiptKind.BouncedTemporary, "5.7.1"), (ReceiptKind.BouncedPermanent, "5.0.0"),
                (ReceiptKind.OptedOut, "spamreport"), (ReceiptKind.OptedOut, "unsubscribe"), (ReceiptKind.OptedOut, "group_unsubscribe"),
            ],
            events.Receipts.Select(receipt => (receipt.Kind, receipt.Code!)));
        Assert.All(events.Receipts, receipt => Assert.Equal((Reference, Instant.FromUnixTimeSeconds(1736928000)), (receipt.Notice, receipt.At)));
        Assert.Equal(3, events.Ignored); // open, click, group_resubscribe
    }

    [Theory]
    [InlineData("Bounced Address", "BouncedPermanent")]
    [InlineData("Invalid", "BouncedPermanent")]
    [InlineData("Unsubscribed Address", "BouncedPermanent OptedOut")]
    [InlineData("Spam Reporting Address", "BouncedPermanent OptedOut")]
    [InlineData("Recipient List over Package Quota", "BouncedTemporary")]
    [InlineData(null, "BouncedTemporary")]
    public void Read_ADroppedEmail_SaysSomethingOfTheAddressOnlyWhenThatIsTheReason(string? reason, string expected)
    {
        var events = Read(JsonSerializer.Serialize(new[] { new { @event = "dropped", reason, timestamp = 1736928000, ntc_key = Reference.ToString() } }));

        Assert.Equal(expected, string.Join(' ', events.Receipts.Select(receipt => receipt.Kind)));
    }

    [Fact]
    public void Read_AnEventOfSomethingElse_IsIgnored()
    {
        var events = Read(Golden["sampleEvents"]!.ToJsonString());

        Assert.Empty(events.Receipts);
        Assert.Equal(13, events.Ignored);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[")]
    public void Read_WhatIsNoListOfEvents_IsNull(string body) =>
        Assert.Null(EmailEvents.Read(Encoding.UTF8.GetBytes(body), Instant.FromDateTimeOffset(Signed)));

    private static EmailEvents Read(string body) => EmailEvents.Read(Encoding.UTF8.GetBytes(body), Instant.FromDateTimeOffset(Signed))!;
}
