using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Notifieringar.LocalHost;

namespace Notifieringar.Scenarios.Watching;

/// <summary>An OpenTelemetry collector on loopback: takes OTLP over HTTP as protobuf, and keeps every byte.</summary>
internal sealed class ACollector : IAsyncDisposable
{
    private const long LargestBody = 16 * 1024 * 1024;
    private readonly WebApplication _server;
    private readonly SemaphoreSlim _arrived = new(0);

    private ACollector(WebApplication server) => _server = server;

    public Uri Url { get; private set; } = null!;

    /// <summary>Everything that came, by the last part of its address.</summary>
    public ConcurrentQueue<(string Signal, byte[] Body)> Bodies { get; } = [];

    public IReadOnlyList<SeenSpan> Spans => [.. Of("traces").SelectMany(body => Seen.Spans(body))];

    public IEnumerable<(string Category, string Text, string Trace)> Logs => Of("logs").SelectMany(body => Seen.Logs(body));

    /// <summary>The last value of each series.</summary>
    public IReadOnlyList<SeenPoint> Points =>
        [.. Of("metrics").SelectMany(body => Seen.Points(body)).GroupBy(point => (point.Service, point.Metric, Tags(point))).Select(series => series.Last())];

    /// <summary>What tells a function app to send here, often.</summary>
    public IReadOnlyDictionary<string, string> Settings => SettingsFor(Url);

    public static IReadOnlyDictionary<string, string> SettingsFor(Uri url) => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = url.AbsoluteUri,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "1000",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    public static async Task<ACollector> StartAsync()
    {
        var builder = LoopbackServer.CreateBuilder(port: 0, LargestBody);
        var collector = new ACollector(builder.Build());
        collector._server.UseRouting();
        collector._server.MapPost("/v1/{signal}", collector.TakeAsync);
        collector.Url = await LoopbackServer.StartAsync(collector._server, "The collector", CancellationToken.None);
        return collector;
    }

    /// <summary>Returns when something is so; what it asks is asked again whenever something arrives.</summary>
    public async Task UntilAsync(string what, Func<bool> isSo)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(TimeSpan.FromMinutes(1));
        while (!isSo())
        {
            try
            {
                await _arrived.WaitAsync(enough.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Never seen: {what}. Spans: {string.Join(", ", Spans.Select(span => span.Name).Distinct())}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _arrived.Dispose();
    }

    private IEnumerable<byte[]> Of(string signal) => Bodies.Where(one => one.Signal == signal).Select(one => one.Body);

    private static string Tags(SeenPoint point) => string.Join(';', point.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal));

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Bodies.Enqueue(((string)context.Request.RouteValues["signal"]!, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
        _arrived.Release();
    }
}
