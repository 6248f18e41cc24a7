using System.Net;
using Microsoft.Extensions.Logging;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

public sealed class CancellationTests
{
    [Fact]
    public async Task Function_WhoseCallerGoesAway_IsCancelled()
    {
        await using var app = await FunctionApp.Start();
        using CancellationTokenSource caller = new();

        var call = app.Host.SendAsync(FunctionApp.Invocation("WaitsForCancellation", """{"Data":{"meddelande":"\"börjat\""}}"""), caller.Token);
        await app.Seen.Until("börjat");
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await app.Seen.Until("cancelled");
    }

    [Fact]
    public async Task Function_InAnAppThatStops_IsCancelledAndItsInvocationFails()
    {
        await using var app = await FunctionApp.Start();

        var call = app.SendMessage("WaitsForCancellation", "börjat");
        await app.Seen.Until("börjat");
        await app.App.StopAsync();

        await HandlerAnswer.Is(await call, HttpStatusCode.InternalServerError);
        Assert.Single(app.LogLines, line => line.Level == LogLevel.Warning && line.Text.Contains("was cancelled", StringComparison.Ordinal));
        Assert.DoesNotContain(app.LogLines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Function_ThatFinishesWhileTheAppStops_Succeeds()
    {
        await using var app = await FunctionApp.Start();

        var call = app.SendMessage("FinishesAnyway", "börjat");
        await app.Seen.Until("börjat");
        await app.App.StopAsync();

        await HandlerAnswer.Is(await call, HttpStatusCode.OK);
        Assert.Equal("finished", app.Seen.Values[^1]);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => app.Host.GetAsync("/"));
    }
}
