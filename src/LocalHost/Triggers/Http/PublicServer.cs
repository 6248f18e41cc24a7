using Microsoft.Extensions.Options;
using Notifieringar.LocalHost.FunctionProcess;

namespace Notifieringar.LocalHost.Triggers.Http;

/// <summary>The one port people use: routes, keys and headers as in front of a function app.</summary>
internal sealed class PublicServer : IAsyncDisposable
{
    // What Azure lets a function app receive.
    private const long BodyLimit = 100 * 1024 * 1024;
    private readonly WebApplication _app;
    private readonly RouteTable _routes;
    private readonly Forwarder _forwarder = new();
    private readonly LocalSignIn _signIn = new();
    private readonly Activity _activity;
    private readonly string _functionKey;
    private HandlerGroup? _processes;

    private PublicServer(FunctionFolder folder, int port, string functionKey, Activity activity)
    {
        (_functionKey, _activity) = (functionKey, activity);
        _app = LoopbackServer.CreateBuilder(port, BodyLimit).Build();
        _routes = new RouteTable(folder, new DefaultInlineConstraintResolver(Options.Create(new RouteOptions()), _app.Services));
        _app.UseHostFiltering();
        _app.Run(HandleAsync);
    }

    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    public static async Task<PublicServer> StartAsync(
        FunctionFolder folder, int port, string functionKey, Activity activity, CancellationToken cancellationToken)
    {
        var server = new PublicServer(folder, port, functionKey, activity);
        server.Url = await LoopbackServer.StartAsync(server._app, "The public address", cancellationToken);
        return server;
    }

    /// <summary>The address must be known before the process that is told it; until it runs, requests get 503.</summary>
    public void Connect(HandlerGroup processes) => _processes = processes;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _forwarder.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (LocalSignIn.Owns(context.Request.Path))
        {
            await _signIn.HandleAsync(context);
            return;
        }

        var match = _routes.Match(context.Request.Method, context.Request.Path.Value ?? "/");
        if (match.Function is not { } function)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (function.NeedsKey && !FunctionKey.IsGiven(context.Request, _functionKey))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (_processes?.Next()?.Address is { } address)
        {
            await ForwardAsync(context, address);
        }
        else
        {
            Unavailable(context);
        }
    }

    private async Task ForwardAsync(HttpContext context, Uri address)
    {
        using var running = _activity.Begin();
        try
        {
            await _forwarder.ForwardAsync(context, address, _signIn.HeadersFor(context.Request));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException && !context.Response.HasStarted)
        {
            Unavailable(context);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            // Half an answer must not look like a whole one.
            context.Abort();
        }
    }

    private static void Unavailable(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
    }
}
