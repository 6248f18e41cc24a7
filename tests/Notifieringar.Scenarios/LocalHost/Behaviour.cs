using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Notifieringar.Scenarios.LocalHost;

/// <summary>What the test app's process asks: the scenario's own code, and a record of everything it was asked.</summary>
public sealed class Behaviour : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Behaviour()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Answers 200 and an empty object unless told otherwise; a test may wait, fail or send messages here.</summary>
    public Func<Call, Task> OnCall { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<Call> Calls { get; } = new();

    public string Url => _app.Urls.Single();

    public static async Task<Behaviour> StartAsync()
    {
        var behaviour = new Behaviour();
        await behaviour._app.StartAsync();
        return behaviour;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var call = new Call(
            context.Request.Method,
            context.Request.Path.Value!.Trim('/'),
            await reader.ReadToEndAsync(),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            context.RequestAborted)
        {
            Query = context.Request.QueryString.Value!,
        };
        Calls.Enqueue(call);
        await OnCall(call);
        context.Response.StatusCode = call.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(call.Answer);
    }
}

/// <summary>One request the function process got, and what it is to answer.</summary>
public sealed record Call(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers, CancellationToken HungUp)
{
    /// <summary>With its question mark.</summary>
    public string Query { get; init; } = "";

    public int Status { get; set; } = 200;

    public string Answer { get; set; } = "{}";

    /// <summary>A queue function's message, read as a handler must: encoded twice.</summary>
    public string Message => JsonNode.Parse(Node["Data"]!["message"]!.GetValue<string>())!.GetValue<string>();

    public string DequeueCount => Node["Metadata"]![nameof(DequeueCount)]!.GetValue<string>();

    private JsonNode Node => JsonNode.Parse(Body)!;
}
