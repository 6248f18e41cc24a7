using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

/// <summary>The sample functions as a running custom handler, and a caller that plays the Functions host.</summary>
internal sealed class FunctionApp : IAsyncDisposable, ILoggerProvider, ILogger
{
    private static readonly Type[] SampleTypes =
        [typeof(SkickaSms), typeof(Schemalaggare), typeof(TakesNotice), typeof(TakesBytes), typeof(Traces), typeof(Fails), typeof(Waits), typeof(Pages)];

    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _log = new();

    public static IReadOnlyList<Type> Samples => SampleTypes;

    public SeenByFunctions Seen { get; } = new();

    public HttpClient Host { get; private set; } = null!;

    public IHost App { get; private set; } = null!;

    public IReadOnlyList<(LogLevel Level, string Text)> LogLines => [.. _log];

    public static async Task<FunctionApp> Start(Action<FunctionsApplicationBuilder>? configure = null)
    {
        FunctionApp app = new();
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration["FUNCTIONS_CUSTOMHANDLER_PORT"] = "0";
        builder.FunctionTypes = SampleTypes;
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(app.Seen);
        builder.Logging.ClearProviders().AddProvider(app);
        configure?.Invoke(builder);
        app.App = builder.Build();
        await app.App.StartAsync();
        var address = app.App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        app.Host = new HttpClient { BaseAddress = new Uri(address) };
        return app;
    }

    /// <summary>Invokes a queue function the way the host does: the text JSON-encoded into a JSON string.</summary>
    public Task<HttpResponseMessage> SendMessage(string function, string text) =>
        Invoke(function, JsonSerializer.Serialize(new { Data = new { meddelande = JsonSerializer.Serialize(text) }, Metadata = new { DequeueCount = "1" } }));

    public Task<HttpResponseMessage> Invoke(string function, string body, params (string Name, string Value)[] headers) =>
        Host.SendAsync(Invocation(function, body, headers));

    public static HttpRequestMessage Invocation(string function, string body, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/" + function)
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body))),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", "inv-1");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    public async ValueTask DisposeAsync()
    {
        Host.Dispose();
        await App.StopAsync();
        App.Dispose();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void IDisposable.Dispose()
    {
    }

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _log.Enqueue((logLevel, formatter(state, exception) + exception));

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;
}
