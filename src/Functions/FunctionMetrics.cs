using System.Diagnostics.Metrics;
using Notifieringar.Delivery;
using Notifieringar.Model;

namespace Notifieringar.Functions;

/// <summary>Measures functions, their queues, and the calls that are refused.</summary>
internal static class FunctionMetrics
{
    private static readonly Histogram<double> Duration = Telemetry.Durations("function.duration", "How long a function ran, by function and result.");

    private static readonly Histogram<double> QueueLag = Telemetry.Durations(
        "queue.lag", "How long a message waited for its function, beyond what was meant, by queue.");

    private static readonly Counter<long> RequestsRefused = Telemetry.Counter(
        "requests.refused", "{request}", "Requests answered with 400 to 499, by the first part of their path and status.");

    public static void Ran(string function, string result, TimeSpan duration) =>
        Duration.Record(duration.TotalSeconds, new("function", function), new("result", result));

    public static void Waited(string queue, TimeSpan lag) => QueueLag.Record(Math.Max(0, lag.TotalSeconds), new KeyValuePair<string, object?>("queue", queue));

    public static void Refused(string route, int status) => RequestsRefused.Add(1, new("route", route), new("status", status));

    /// <summary>Lets what this process depends on be seen: 1 for up, 0 for down, nothing for what it has not asked.</summary>
    public static void Observe(Func<IReadOnlyList<(string Name, Reachability Reachability)>> dependencies) => Telemetry.Meter.CreateObservableGauge(
        Telemetry.Prefix + "dependency.up",
        () => dependencies()
            .Where(one => one.Reachability != Reachability.Unknown)
            .Select(one => new Measurement<int>(one.Reachability == Reachability.Up ? 1 : 0, new KeyValuePair<string, object?>("dependency", one.Name))),
        "{dependency}",
        "Whether a provider answered this process last, and the browser printed: 1 for up, 0 for down.");
}
