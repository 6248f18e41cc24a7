using NodaTime;

namespace Notifieringar.Planning.Calendar;

/// <summary>Local time in Europe/Stockholm. Timers run in UTC on Azure, so the day is always computed here.</summary>
public static class Stockholm
{
    /// <summary>The zone.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Stockholm"];

    /// <summary>The local time of a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>Local time.</returns>
    public static LocalDateTime LocalOf(Instant moment) => moment.InZone(Zone).LocalDateTime;

    /// <summary>The moment of a local time. A time that daylight saving skips moves one hour on; of a doubled one the first is meant.</summary>
    /// <param name="local">Local time.</param>
    /// <returns>The moment.</returns>
    public static Instant MomentOf(LocalDateTime local) => local.InZoneLeniently(Zone).ToInstant();
}
