using System.Globalization;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.LocalHost.Sandbox.Sms;

namespace Notifieringar.Tests.LocalHost.Sandbox;

/// <summary>The provider's promise about repeats: inside five minutes of the first try, the same request is sent once.</summary>
public sealed class SmsInboxTests : IDisposable
{
    private const string Phone = "+46701740605";
    private const string Id = "79623322-6e1c-4304-bea7-23e98888fdce";
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly FakeTime _time = new(Start);
    private readonly MessageStore _messages = new(null);
    private readonly OutcomeTable _outcomes = new();
    private readonly SmsInbox _inbox;

    public SmsInboxTests() => _inbox = new SmsInbox(_messages, _outcomes, _time, _time.GetUtcNow);

    public void Dispose() => _messages.Dispose();

    [Fact]
    public void Accept_ARepeatInsideTheWindow_AnswersAsBeforeAndDeliversNothing()
    {
        var first = Send();
        _time.Advance(TimeSpan.FromSeconds(299));

        var again = Send();

        Assert.Equal(first, again);
        Assert.Equal((202, true, "accepted"), (again.HttpStatusCode, again.Successful, again.RepeatabilityResult));
        Assert.StartsWith("Outgoing_20270301080000", again.MessageId, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(_messages.Counts()).Count);
    }

    [Fact]
    public void Accept_ARepeatAfterTheWindow_Rejects()
    {
        Send();
        _time.Advance(TimeSpan.FromSeconds(301));

        AssertRejected(Send());
    }

    [Fact]
    public void Accept_AFirstTryOlderThanFiveMinutes_RejectsThoughItNeverCame()
    {
        _time.Advance(TimeSpan.FromSeconds(301));

        AssertRejected(Send());
        Assert.Empty(_messages.All);
    }

    [Theory]
    [InlineData(Id, Phone, "another text", "notis-1", 0)]
    [InlineData(Id, Phone, "Hej!", "notis-2", 0)]
    [InlineData(Id, "+46701740606", "Hej!", "notis-1", 0)]
    [InlineData(Id, Phone, "Hej!", "notis-1", 1)]
    public void Accept_TheIdForSomethingElse_Rejects(string id, string to, string text, string tag, int laterSeconds)
    {
        Send();

        AssertRejected(Send(id.ToUpperInvariant(), to, text, tag, Start.AddSeconds(laterSeconds).ToString("r", CultureInfo.InvariantCulture)));
        Assert.Single(_messages.All);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2027-03-01T08:00:00Z")]
    public void Accept_AnIdWithoutAProperFirstTry_Rejects(string? firstSent) => AssertRejected(Send(firstSent: firstSent));

    [Fact]
    public void Accept_NoId_DeliversEachCall()
    {
        Assert.Null(Send(id: null).RepeatabilityResult);
        Send(id: null);

        Assert.Equal(2, Assert.Single(_messages.Counts()).Count);
    }

    [Theory]
    [InlineData("0701740605")]
    [InlineData("+4670174060512345")]
    [InlineData(null)]
    public void Accept_NotAPhoneNumber_RefusesThatReceiverOnly(string? to)
    {
        var answer = _inbox.Accept(new SmsSendRequest(
            "Bibblan", [new SmsReceiver(to, null, null), new SmsReceiver(Phone, null, null)], "Hej!", null));

        Assert.Equal([(400, false), (202, true)], answer.Value.Select(item => (item.HttpStatusCode, item.Successful)));
        Assert.Equal(Phone, Assert.Single(_messages.All).To);
    }

    [Theory]
    [InlineData("Bibblan", 1, 5, 0)]
    [InlineData("+46701740699", 100, 2048, 0)]
    [InlineData("71234", 1, 0, 0)]
    [InlineData("Bibblan i Hylte", 1, 5, 1)]
    [InlineData("", 1, 5, 1)]
    [InlineData("Bibblan", 0, 5, 1)]
    [InlineData("Bibblan", 101, 2049, 2)]
    public void Check_ACall_FindsEveryComplaint(string from, int receivers, int length, int complaints) => Assert.Equal(
        complaints,
        SmsRules.Check(new SmsSendRequest(
            from, [.. Enumerable.Repeat(new SmsReceiver(Phone, null, null), receivers)], new string('a', length), new SmsRequestOptions(true, null))).Count);

    private SmsSendItem Send(string? id = Id, string to = Phone, string text = "Hej!", string tag = "notis-1", string? firstSent = "Mon, 01 Mar 2027 08:00:00 GMT") =>
        _inbox.Accept(new SmsSendRequest("Bibblan", [new SmsReceiver(to, id, firstSent)], text, new SmsRequestOptions(true, tag))).Value.Single();

    private static void AssertRejected(SmsSendItem item) => Assert.Equal(
        (400, false, "rejected", null), (item.HttpStatusCode, item.Successful, item.RepeatabilityResult, item.MessageId));
}
