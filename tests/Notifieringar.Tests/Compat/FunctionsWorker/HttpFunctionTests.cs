using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

public sealed class HttpFunctionTests
{
    [Fact]
    public async Task Result_IsExecutedOnTheRequest()
    {
        await using var app = await FunctionApp.Start();

        var answer = await app.Host.PostAsync("/sida/Åsa", null);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("POST Åsa", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task InvocationId_IsTheOneThatTheProxyGave()
    {
        await using var app = await FunctionApp.Start();
        using HttpRequestMessage request = new(HttpMethod.Get, "/sida/x");
        request.Headers.Add("x-ms-invocation-id", "inv-7");
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");

        await app.Host.SendAsync(request);
        await app.Host.GetAsync("/sida/x");

        Assert.Equal("inv-7", app.Seen.Values[0]);
        Assert.True(Guid.TryParse((string?)app.Seen.Values[1], out _));
    }

    [Fact]
    public async Task Method_ThatIsNotListed_IsNotAllowed()
    {
        await using var app = await FunctionApp.Start();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await app.Host.DeleteAsync("/sida/x")).StatusCode);
        Assert.Empty(app.Seen.Values);
    }

    [Fact]
    public async Task Object_IsAnsweredAsJson()
    {
        await using var app = await FunctionApp.Start();

        var answer = await app.Host.GetFromJsonAsync<JsonElement>("/objekt");

        Assert.Equal("/objekt", answer.GetProperty("path").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Nothing_MeansThatTheFunctionWroteItsAnswerItself()
    {
        await using var app = await FunctionApp.Start();

        Assert.Equal("skrev själv a/b", await app.Host.GetStringAsync("/allt/a/b"));
    }

    [Fact]
    public async Task Path_OfNoFunction_IsNotFound()
    {
        await using var app = await FunctionApp.Start();

        await HandlerAnswer.Is(await app.Host.GetAsync("/finns-inte"), HttpStatusCode.NotFound);
    }
}
