using Notifieringar.Model;
using Notifieringar.Records.Settings;

namespace Notifieringar.Workflows;

/// <summary>Whether sending is stopped, as this instance last read it: a stop is seen by all within a minute, and a chunk pays nothing for
/// asking.</summary>
/// <param name="stops">The stops that stand.</param>
/// <param name="time">Real time: a stop holds whatever the clock of due notices says.</param>
public sealed class StopSwitch(StopTable stops, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);
    private volatile Reading? _last;

    /// <summary>Tells whether a unit is stopped, by itself or with everything.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>True while nothing may leave.</returns>
    public async Task<bool> IsStoppedAsync(UnitId unit, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_last is not { } last || now - last.At >= Fresh)
        {
            last = new Reading(now, await stops.ReadAsync(cancellation).ConfigureAwait(false));
            _last = last;
        }

        return last.Stops.Any(stop => stop.Unit is null || stop.Unit == unit);
    }

    /// <summary>Forgets what was read, after this instance has changed a stop.</summary>
    internal void Forget() => _last = null;

    private sealed record Reading(DateTimeOffset At, IReadOnlyList<Stop> Stops);
}
