using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Notifieringar.Model;

/// <summary>What the system tells about its own work: spans and measurements, which cost next to nothing while nobody listens. They hold ids and
/// numbers; never a name, an address, a phone number, a text, an answer code or the id of a person (docs/privacy.md).</summary>
public static class Telemetry
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "Notifieringar";

    /// <summary>What begins every name of a tag and of an instrument.</summary>
    public const string Prefix = "notifieringar.";

    // From a storage call to a notice that has waited a day.
    private static readonly InstrumentAdvice<double> InSeconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600, 21600, 86400],
    };

    /// <summary>Makes the spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Makes the instruments.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>The span we are in; null when there is none of ours, as while nobody listens.</summary>
    public static Activity? Current => Activity.Current is { } span && span.Source == Source ? span : null;

    /// <summary>The W3C <c>traceparent</c> of the span we are in, to be kept where the work goes on; null when there is none.</summary>
    public static string? TraceParent => Current?.Id;

    /// <summary>Begins a span of a trace that was begun elsewhere, linked to the work that has led here.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="traceParent">What <see cref="TraceParent"/> was there; null for a part of the work that has led here.</param>
    /// <returns>The span, to be disposed of; null while nobody listens.</returns>
    public static Activity? Continue(string name, string? traceParent)
    {
        if (!ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var begun))
        {
            return Source.StartActivity(name);
        }

        ActivityLink[] ledHere = Current is { } work ? [new ActivityLink(work.Context)] : [];
        return Source.StartActivity(name, ActivityKind.Internal, begun, links: ledHere);
    }

    /// <summary>Makes an instrument that counts.</summary>
    /// <param name="name">Its name, without <see cref="Prefix"/>.</param>
    /// <param name="unit">What is counted, as UCUM writes it: <c>{notice}</c>.</param>
    /// <param name="description">What it tells.</param>
    /// <returns>The instrument. Its tags take few values: programmes, channels, words of ours; no unit and no id.</returns>
    public static Counter<long> Counter(string name, string unit, string description) => Meter.CreateCounter<long>(Prefix + name, unit, description);

    /// <summary>Makes an instrument for durations in seconds.</summary>
    /// <param name="name">Its name, without <see cref="Prefix"/>.</param>
    /// <param name="description">What it tells.</param>
    /// <returns>The instrument, with buckets from five milliseconds to a day.</returns>
    public static Histogram<double> Durations(string name, string description) =>
        Meter.CreateHistogram(Prefix + name, "s", description, tags: null, InSeconds);

    /// <summary>Says something of the span we are in.</summary>
    /// <param name="name">The tag, without <see cref="Prefix"/>.</param>
    /// <param name="value">An id, a number or a word of ours.</param>
    public static void Tag(string name, object? value) => Current?.SetTag(Prefix + name, value);
}
