using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

/// <summary>Every invocation as the host's own serializer writes it (Data/invocations.json).</summary>
public sealed class InvocationVectorTests
{
    [Theory]
    [InlineData("queue-plain-text", "hej världen")]
    [InlineData("queue-json-object", """{"notisId":"n-1","kanal":"sms","text":"Påminnelse: \"möte\" 09:30","antal":2,"mottagare":["+46701234567"],"meta":{"kommun":"1280"}}""")]
    [InlineData("queue-json-with-colliding-names", """{"id":"mitt-eget-id","dequeueCount":99}""")]
    [InlineData("queue-number-text", "42")]
    [InlineData("queue-json-array", "[1,2]")]
    public async Task QueueMessage_AsTheHostSendsIt_ReachesTheFunctionAsItWasSent(string vector, string text)
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Host.SendAsync(Request(vector)), HttpStatusCode.OK);

        Assert.Equal(text, app.Seen.Values[0]);
        var context = Assert.IsType<FunctionContext>(app.Seen.Values[1], exactMatch: false);
        Assert.StartsWith("3f1a2b4c-", context.InvocationId, StringComparison.Ordinal);
        Assert.Equal("SkickaSms", context.FunctionDefinition.Name);
    }

    [Theory]
    [InlineData("timer-normal", false, true)]
    [InlineData("timer-pastdue", true, true)]
    [InlineData("timer-no-monitor", false, false)]
    public async Task Timer_AsTheHostSendsIt_TellsItsSchedule(string vector, bool isPastDue, bool hasStatus)
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Host.SendAsync(Request(vector)), HttpStatusCode.OK);

        var timer = Assert.IsType<TimerInfo>(Assert.Single(app.Seen.Values));
        Assert.Equal(isPastDue, timer.IsPastDue);
        Assert.Equal(hasStatus, timer.ScheduleStatus is not null);
        if (hasStatus)
        {
            Assert.Equal(new DateTime(2025, 1, 15, 8, 0, 0, DateTimeKind.Utc), timer.ScheduleStatus!.Next.ToUniversalTime());
        }
    }

    [Fact]
    public async Task Timer_InItsVeryFirstRun_HasNoLastOccurrence()
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(
            await app.Invoke("Schemalaggare", """{"Data":{"timer":{"ScheduleStatus":{"Last":"0001-01-01T00:00:00","Next":"2026-01-01T00:00:00+00:00","LastUpdated":"2026-01-01T00:00:00+00:00"},"IsPastDue":false}},"Metadata":{}}"""),
            HttpStatusCode.OK);

        Assert.Equal(DateTime.MinValue, Assert.IsType<TimerInfo>(app.Seen.Values[0]).ScheduleStatus!.Last);
    }

    [Fact]
    public void Vectors_AllOfThem_AreNamedAbove()
    {
        var tested = typeof(InvocationVectorTests).GetMethods()
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .Select(row => (string)row.Data[0]!);

        Assert.Equal(Vectors().Keys.Order(), tested.Order());
    }

    private static HttpRequestMessage Request(string name)
    {
        var vector = Vectors()[name];
        HttpRequestMessage request = new(HttpMethod.Post, vector.GetProperty("path").GetString())
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(vector.GetProperty("bodyText").GetString()!))),
        };
        foreach (var header in vector.GetProperty("headers").EnumerateObject())
        {
            if (header.Name == "content-type")
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(header.Value.GetString()!);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
            }
        }

        return request;
    }

    private static Dictionary<string, JsonElement> Vectors() =>
        JsonDocument.Parse(File.ReadAllBytes(WorkerData.Path("invocations.json"))).RootElement.EnumerateArray()
            .ToDictionary(vector => vector.GetProperty("name").GetString()!);
}
