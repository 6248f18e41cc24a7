using Notifieringar.Bench.Tables;

namespace Notifieringar.Bench.Running;

/// <summary>What a bench measured, and how long that took.</summary>
internal sealed record TimedMeasurement(Measurement Measurement, TimeSpan Took)
{
    public static async Task<TimedMeasurement> OfAsync(IBench bench, ChosenSizes sizes, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        var measurement = await bench.MeasureAsync(sizes, Console.Error, cancellation);
        return new TimedMeasurement(measurement, TimeProvider.System.GetElapsedTime(started));
    }
}
