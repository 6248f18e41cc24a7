using System.Diagnostics.Metrics;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Watching;

/// <summary>Measures the sweep and the chunks it cuts.</summary>
internal static class ChunkMetrics
{
    private static readonly Histogram<double> DueAge = Telemetry.Durations(
        "due.age", "How long the oldest due notice has waited, at each sweep; 0 when nothing is due.");

    private static readonly Histogram<double> Duration = Telemetry.Durations(
        "chunk.duration", "How long a sender worked on a chunk, by how it ended.");

    public static void Swept(double oldestSeconds) => DueAge.Record(oldestSeconds);

    public static void Ended(ChunkEnd end, TimeSpan duration)
    {
        Duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("end", end.ToString()));
        Telemetry.Tag("end", end.ToString());
    }
}
