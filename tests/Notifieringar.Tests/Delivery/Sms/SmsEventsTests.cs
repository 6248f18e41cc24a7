using System.Text;
using System.Text.Json;
using Notifieringar.Delivery.Sms;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Tests.Delivery.Sms;

public sealed class SmsEventsTests
{
    private static readonly Instant Now = Instant.FromUtc(2025, 1, 15, 9, 0);
    private static readonly NoticeReference Reference =
        new(Some.Unit, Some.Guardian().Id, new NoticeKey("sprakstart-6", "0a1b2c", 0, "reminder", Channel.Sms));

    [Fact]
    public void Read_ADeliveryReport_SaysOfWhichNoticeWhatAndWhen()
    {
        var receipt = Assert.Single(Read(Golden("notification")).Receipts);

        Assert.Equal((Reference, ReceiptKind.Delivered), (receipt.Notice, receipt.Kind));
        Assert.Equal(Instant.FromUtc(2025, 1, 15, 8, 0, 20), Instant.FromUnixTimeSeconds(receipt.At.ToUnixTimeSeconds()));
    }

    [Fact]
    public void Read_TheTagAsInTheProvidersSample_IsTheSame() =>
        Assert.Single(Read(Golden("notification").Replace("\"tag\"", "\"Tag\"", StringComparison.Ordinal)).Receipts);

    [Fact]
    public void Read_ABatch_HoldsReportsAnOptOutAndAMessage()
    {
        var events = Read(Golden("batch"));

        Assert.Equal(
            [ReceiptKind.Delivered, ReceiptKind.BouncedPermanent, ReceiptKind.OptedOut], events.Receipts.Select(receipt => receipt.Kind));
        var message = Assert.Single(events.Inbound);
        Assert.Equal(("+46701740606", "+46701740605", "STOPP"), (message.From, message.To, message.Text));
        Assert.Null(events.ValidationCode);
    }

    [Fact]
    public void Read_TheHandshake_GivesTheCode() =>
        Assert.Equal("512d38b6-c7b8-40c8-89fe-f46f9e9622b6", Read(Golden("subscriptionValidation")).ValidationCode);

    [Theory]
    [InlineData("Delivered", "No error.", ReceiptKind.Delivered, null)]
    [InlineData("delivered", "2000: Message delivered.", ReceiptKind.Delivered, "2000")]
    [InlineData("Failed", "4002: bad number", ReceiptKind.BouncedPermanent, "4002")]
    [InlineData("Failed", "4003", ReceiptKind.BouncedPermanent, "4003")]
    [InlineData("Failed", "4004: The number does not exist.", ReceiptKind.BouncedPermanent, "4004")]
    [InlineData("Failed", "4005: blocked", ReceiptKind.BouncedPermanent, "4005")]
    [InlineData("Failed", "4006: not reachable", ReceiptKind.BouncedTemporary, "4006")]
    [InlineData("Failed", "4001: bad From", ReceiptKind.BouncedTemporary, "4001")]
    [InlineData("Failed", "4008: over limit", ReceiptKind.BouncedTemporary, "4008")]
    [InlineData("Failed", "4010", ReceiptKind.BouncedTemporary, "4010")]
    [InlineData("Failed", "5001: try later", ReceiptKind.BouncedTemporary, "5001")]
    [InlineData("Failed", "5002: no report", ReceiptKind.Taken, "5002")]
    [InlineData("Failed", "9999", ReceiptKind.BouncedTemporary, "9999")]
    [InlineData("Failed", "Sender blocked for +46701740606", ReceiptKind.BouncedTemporary, null)]
    [InlineData("Failed", "46701740606 is not a code", ReceiptKind.BouncedTemporary, null)]
    [InlineData("Expired", null, ReceiptKind.BouncedTemporary, null)]
    [InlineData(null, null, ReceiptKind.BouncedTemporary, null)]
    public void Read_AStatusWithItsCode_IsOneOfOurKinds(string? status, string? details, ReceiptKind kind, string? code)
    {
        var receipt = Assert.Single(Read(Report(Reference.ToString(), status, details)).Receipts);

        Assert.Equal((kind, code), (receipt.Kind, receipt.Code));
    }

    [Theory]
    [InlineData("2025-01-15T08:00:20Z", 8)]
    [InlineData("0001-01-01T00:00:00Z", 9)]
    [InlineData("2999-01-01T00:00:00Z", 9)]
    [InlineData("yesterday", 9)]
    public void Read_ATimeThatCannotBeTrue_IsTheTimeOfReading(string time, int hour)
    {
        var report = Report(Reference.ToString(), "Delivered", null).Replace("2025-01-15T08:00:00Z", time, StringComparison.Ordinal);

        Assert.Equal(hour, Assert.Single(Read(report).Receipts).At.InUtc().Hour);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"notis-42\"")]
    [InlineData("{\"a\":1}")]
    public void Read_AReportOfSomethingElse_IsIgnored(string tag)
    {
        var report = Report("x", "Delivered", null).Replace("\"x\"", tag, StringComparison.Ordinal);
        var events = Read(report);

        Assert.Empty(events.Receipts);
        Assert.Equal(1, events.Ignored);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[{]")]
    public void Read_WhatIsNoListOfEvents_IsNull(string body) => Assert.Null(SmsEvents.Read(Encoding.UTF8.GetBytes(body), Now));

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("[1,null,\"x\",[],{}]", 5)]
    [InlineData("[{\"eventType\":\"Microsoft.Communication.SMSReceived\",\"data\":7}]", 1)]
    public void Read_EventsThatSayNothing_AreCounted(string body, int ignored) => Assert.Equal(ignored, Read(body).Ignored);

    private static SmsEvents Read(string body) => SmsEvents.Read(Encoding.UTF8.GetBytes(body), Now)!;

    private static string Report(string tag, string? status, string? details) => JsonSerializer.Serialize(new[]
    {
        new
        {
            eventType = "Microsoft.Communication.SMSDeliveryReportReceived",
            eventTime = "2025-01-15T08:00:00Z",
            data = new { deliveryStatus = status, deliveryStatusDetails = details, receivedTimestamp = "2025-01-15T08:00:00Z", tag },
        },
    });

    // Recorded by the official parser's fields, with numbers that belong to nobody; the tag is set to a reference of ours.
    private static string Golden(string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Delivery", "Sms", "Data", "eventgrid-sms-events.json")));
        return file.RootElement.GetProperty("http").GetProperty(name).GetProperty("body").GetRawText()
            .Replace("notis-42|körning-7", Reference.ToString(), StringComparison.Ordinal);
    }
}
