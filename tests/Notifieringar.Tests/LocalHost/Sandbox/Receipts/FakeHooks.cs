using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Notifieringar.LocalHost;

namespace Notifieringar.Tests.LocalHost.Sandbox.Receipts;

/// <summary>Stands where the function app would: writes down what it is told and answers as the test wants.</summary>
internal sealed class FakeHooks : IAsyncDisposable
{
    private readonly WebApplication _app = LoopbackServer.CreateBuilder(0, 1_000_000).Build();

    private FakeHooks() => _app.Run(AnswerAsync);

    public Uri Url { get; private set; } = null!;

    public ConcurrentQueue<HookCall> Calls { get; } = new();

    /// <summary>The status and body for a call; 200 and nothing unless told otherwise.</summary>
    public Func<HookCall, (int Status, string Body)> Answer { get; set; } = _ => (200, "");

    public IEnumerable<JsonNode> Events => Calls.SelectMany(call => call.Events);

    public static async Task<FakeHooks> StartAsync()
    {
        var hooks = new FakeHooks();
        hooks.Url = await LoopbackServer.StartAsync(hooks._app, "The test", CancellationToken.None);
        return hooks;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var call = new HookCall(
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        Calls.Enqueue(call);
        var (status, text) = Answer(call);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(text);
    }
}

internal sealed record HookCall(string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public IReadOnlyList<JsonNode> Events => [.. JsonNode.Parse(Encoding.UTF8.GetString(Body))!.AsArray().Select(one => one!)];
}
