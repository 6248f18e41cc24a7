using System.Globalization;
using System.Text.Json.Nodes;
using Notifieringar.LocalHost.Triggers;
using Notifieringar.LocalHost.Triggers.Queues;
using Notifieringar.LocalHost.Triggers.Timers;

namespace Notifieringar.Tests.LocalHost.Triggers;

/// <summary>The bodies LocalHost posts are the ones the Functions host posts, to the letter.</summary>
public sealed class InvocationPayloadTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2025-01-15T08:00:02.2050399Z", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("queue-plain-text")]
    [InlineData("queue-json-object")]
    [InlineData("queue-json-with-colliding-names")]
    [InlineData("queue-number-text")]
    [InlineData("queue-json-array")]
    public void QueuePayload_OfAMessage_EqualsTheHosts(string vector)
    {
        // The text itself is in the body, encoded twice.
        var text = JsonNode.Parse(JsonNode.Parse(Vector(vector))!["Data"]!["meddelande"]!.GetValue<string>())!.GetValue<string>();
        var message = new QueueMessageRead
        {
            Id = "800ae4b3-bdd2-4c08-badd-f08e5a34b865",
            PopReceipt = "AgAAAAMAAAAAAAAAAgtnj8x+1QE=",
            Text = text,
            DequeueCount = 1,
            InsertedOn = Moment("2025-01-15T08:00:01Z"),
            ExpiresOn = Moment("2025-01-22T08:00:01Z"),
            NextVisibleOn = Moment("2025-01-15T08:10:02Z"),
        };

        AssertSame(vector, QueuePayload.Build("SkickaSms", "meddelande", message, Now));
    }

    [Theory]
    [InlineData("timer-normal", true, false)]
    [InlineData("timer-pastdue", true, true)]
    [InlineData("timer-no-monitor", false, false)]
    public void TimerPayload_OfARun_EqualsTheHosts(string vector, bool monitored, bool pastDue)
    {
        var status = new TimerStatus(Moment("2025-01-15T07:55:00.0031234Z"), Moment("2025-01-15T08:00:00Z"), Moment("2025-01-15T07:55:00.0031234Z"));

        AssertSame(vector, TimerPayload.Build("Schemalaggare", "timer", monitored ? status : null, pastDue, Now));
    }

    [Fact]
    public void TimerPayload_OfTheFirstRun_SaysNeverWithoutAnOffset()
    {
        var payload = TimerPayload.Build("Plan", "timer", new TimerStatus(null, Now, Now), false, Now);

        Assert.Equal("0001-01-01T00:00:00", payload["Data"]!["timer"]!["ScheduleStatus"]!["Last"]!.GetValue<string>());
    }

    private static void AssertSame(string vector, JsonObject payload)
    {
        // The host draws a new one each time.
        payload["Metadata"]!["sys"]!["RandGuid"] = "24ad4c06-24ad-4e5b-8294-3da9714877e9";
        Assert.Equal(Vector(vector), payload.ToJsonString(InvocationJson.Options));
    }

    private static string Vector(string name) => JsonNode
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Compat", "FunctionsWorker", "Data", "invocations.json")))!
        .AsArray()
        .First(vector => vector!["name"]!.GetValue<string>() == name)!["bodyText"]!
        .GetValue<string>();

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
