using System.Net;
using System.Text;
using System.Text.Json;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

public sealed class QueueBindingTests
{
    private const string Notice = """{"notisId":"n-1","antal":2,"mottagare":["a","b"]}""";

    [Fact]
    public async Task Message_OfJson_BecomesTheParametersType()
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(
            await app.Invoke("TakesNotice", Body(JsonSerializer.Serialize(JsonSerializer.Serialize(Notice)), """ "DequeueCount":"3","Id":"\"m-1\"","RetryContext":{"RetryCount":2,"MaxRetryCount":5} """)),
            HttpStatusCode.OK);

        var notice = Assert.IsType<SampleNotice>(app.Seen.Values[0]);
        Assert.Equal(("n-1", 2, "b"), (notice.NotisId, notice.Antal, notice.Mottagare[1]));
        Assert.Equal(["3", 2, "m-1"], app.Seen.Values.Skip(1));
    }

    [Theory]
    [InlineData(""" "{\"notisId\":\"n-1\",\"antal\":2,\"mottagare\":[]}" """)]
    [InlineData(""" {"notisId":"n-1","antal":2,"mottagare":[]} """)]
    public async Task Message_OfJsonEncodedLess_IsUnderstoodToo(string data)
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Invoke("TakesNotice", Body(data, """ "Id":"x" """)), HttpStatusCode.OK);

        Assert.Equal("n-1", Assert.IsType<SampleNotice>(app.Seen.Values[0]).NotisId);
    }

    [Theory]
    [InlineData("hej")]
    [InlineData("\"hej\" sa hon")]
    [InlineData("åäö 👶 \u0000 \\ \"")]
    [InlineData("")]
    public async Task Message_OfAnyText_ArrivesUnchanged(string text)
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.SendMessage("SkickaSms", text), HttpStatusCode.OK);

        Assert.Equal(text, app.Seen.Values[0]);
    }

    [Fact]
    public async Task Message_AsBytes_IsUtf8AndTheReturnValueGoesNowhere()
    {
        await using var app = await FunctionApp.Start();

        var answer = await app.SendMessage("TakesBytes", "åäö");

        Assert.Equal("{}", await answer.Content.ReadAsStringAsync());
        Assert.Equal(Encoding.UTF8.GetBytes("åäö"), app.Seen.Values[0]);
    }

    [Theory]
    [InlineData("TakesNotice", """{"Data":{"meddelande":"\"{trasig\""},"Metadata":{}}""")]
    [InlineData("TakesNotice", """{"Data":{"meddelande":"\"null\""},"Metadata":{}}""")]
    [InlineData("SkickaSms", """{"Data":{"annat":"\"x\""},"Metadata":{}}""")]
    [InlineData("SkickaSms", """{"Data":{"meddelande":null}}""")]
    [InlineData("SkickaSms", """{}""")]
    public async Task Message_ThatCannotBeBound_FailsTheInvocation(string function, string body)
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Invoke(function, body), HttpStatusCode.InternalServerError);

        Assert.Empty(app.Seen.Values);
    }

    private static string Body(string data, string metadata) => $$"""{"Data":{"meddelande":{{data}}},"Metadata":{ {{metadata}} } }""";
}
