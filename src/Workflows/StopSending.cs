using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Settings;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Whether sending is stopped, as staff are told it.</summary>
/// <param name="Stopped">True while nothing leaves.</param>
/// <param name="Reason">Why, when someone has said it.</param>
/// <param name="Since">From when; null when nothing is stopped.</param>
/// <param name="Everything">True when it is all units that are stopped.</param>
public sealed record StopState(bool Stopped, string? Reason, DateTimeOffset? Since, bool Everything);

/// <summary>Stops everything that leaves, for one unit or for all, and lets it go on. What has become too late meanwhile is dropped by
/// planning.</summary>
/// <param name="definitions">Units.</param>
/// <param name="stops">The stops that stand.</param>
/// <param name="stopSwitch">What this instance has read of them.</param>
/// <param name="clock">When a stop begins.</param>
/// <param name="logger">Log.</param>
public sealed partial class StopSending(
    DefinitionCache definitions, StopTable stops, StopSwitch stopSwitch, IClock clock, ILogger<StopSending> logger)
{
    private const int LongestReason = 500;

    /// <summary>Tells whether there is such a unit.</summary>
    /// <param name="unit">The unit; null for everything.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>True for everything and for a unit that exists.</returns>
    public async Task<bool> IsKnownAsync(UnitId? unit, CancellationToken cancellation) =>
        unit is not { } named || await definitions.FindUnitAsync(named, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Stops.</summary>
    /// <param name="unit">The unit; null for everything.</param>
    /// <param name="reason">Why; an empty one is none, a long one is cut.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The state from now on.</returns>
    public async Task<StopState> StopAsync(UnitId? unit, string? reason, CancellationToken cancellation)
    {
        var said = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()[..Math.Min(reason.Trim().Length, LongestReason)];
        await stops.PutAsync(new Stop(unit, said, clock.GetCurrentInstant()), cancellation).ConfigureAwait(false);
        stopSwitch.Forget();
        Log.Stopped(logger, unit?.Value ?? "everything");
        return await StateAsync(unit, cancellation).ConfigureAwait(false);
    }

    /// <summary>Lets sending go on.</summary>
    /// <param name="unit">The unit; null to take away the stop of everything. A unit may still be stopped by the other.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The state from now on.</returns>
    public async Task<StopState> ResumeAsync(UnitId? unit, CancellationToken cancellation)
    {
        await stops.RemoveAsync(unit, cancellation).ConfigureAwait(false);
        stopSwitch.Forget();
        Log.Resumed(logger, unit?.Value ?? "everything");
        return await StateAsync(unit, cancellation).ConfigureAwait(false);
    }

    /// <summary>The state.</summary>
    /// <param name="unit">The unit; null for everything.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What stands now.</returns>
    public async Task<StopState> StateAsync(UnitId? unit, CancellationToken cancellation)
    {
        var standing = await stops.ReadAsync(cancellation).ConfigureAwait(false);
        var stop = standing.Where(stop => stop.Unit is null || stop.Unit == unit).OrderBy(stop => stop.Unit is null).FirstOrDefault();
        return new StopState(
            stop is not null, stop?.Reason, stop?.Since.ToDateTimeOffset(), standing.Any(one => one.Unit is null));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Sending is stopped for {What}.")]
        public static partial void Stopped(ILogger logger, string what);

        [LoggerMessage(2, LogLevel.Warning, "Sending goes on for {What}.")]
        public static partial void Resumed(ILogger logger, string what);
    }
}
