using System.Net;
using Microsoft.Extensions.Logging;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

public sealed class FailureTests
{
    [Theory]
    [InlineData("FailsAtOnce", "System.InvalidOperationException")]
    [InlineData("FailsLater", "System.InvalidOperationException because of System.Text.Json.JsonException")]
    public async Task Trigger_ThatThrows_FailsAndLogsOnceWithoutTheMessage(string function, string types)
    {
        await using var app = await FunctionApp.Start();

        var answer = await app.SendMessage(function, "hemlighet");

        await HandlerAnswer.Is(answer, HttpStatusCode.InternalServerError);
        await TellsNothing(app, answer);
        var line = Assert.Single(app.LogLines, line => line.Level >= LogLevel.Warning);
        Assert.Contains($"Function {function}, invocation inv-1, failed: {types}\n", line.Text, StringComparison.Ordinal);
        Assert.Contains("at Notifieringar.Tests.Compat.FunctionsWorker.Fails.", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HttpFunction_ThatThrows_AnswersInJsonAndLogsOnceWithoutTheMessage()
    {
        await using var app = await FunctionApp.Start();

        var answer = await app.Host.GetAsync("/fails/now");

        await HandlerAnswer.Is(answer, HttpStatusCode.InternalServerError);
        await TellsNothing(app, answer);
        Assert.Single(app.LogLines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task HttpFunction_ThatThrowsHalfway_BreaksTheConnection()
    {
        await using var app = await FunctionApp.Start();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => app.Host.GetAsync("/half/now"));
    }

    [Fact]
    public async Task RequestPaths_AreNotLogged()
    {
        await using var app = await FunctionApp.Start();

        await app.Host.GetAsync("/sida/hemlig-kod");

        Assert.DoesNotContain(app.LogLines, line => line.Text.Contains("hemlig-kod", StringComparison.Ordinal));
    }

    private static async Task TellsNothing(FunctionApp app, HttpResponseMessage answer)
    {
        var told = await answer.Content.ReadAsStringAsync() + string.Join('\n', app.LogLines.Select(line => line.Text));
        Assert.DoesNotContain("070-1740605", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Ingrid", told, StringComparison.Ordinal);
        Assert.DoesNotContain("hemlighet", told, StringComparison.Ordinal);
    }
}
