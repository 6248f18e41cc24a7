using NodaTime;

namespace Notifieringar.Planning.Rehearsal;

/// <summary>The moments of the timers that a rehearsal follows; a test compares them with the functions' schedules.</summary>
public static class RehearsalClock
{
    /// <summary>When visits are planned, in UTC.</summary>
    public static LocalTime PlanningAt { get; } = new(3, 0);

    /// <summary>How often what is due is swept and letter runs are closed.</summary>
    public static Duration SweepEvery { get; } = Duration.FromMinutes(5);

    /// <summary>The first sweep at or after a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>A multiple of five minutes.</returns>
    public static Instant SweepAt(Instant moment)
    {
        var every = SweepEvery.BclCompatibleTicks;
        var past = moment.ToUnixTimeTicks() % every;
        return past == 0 ? moment : moment + Duration.FromTicks(every - past);
    }

    /// <summary>The first planning after a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>03:00 UTC of that day or the next.</returns>
    public static Instant PlanningAfter(Instant moment)
    {
        var today = moment.InUtc().Date.At(PlanningAt).InUtc().ToInstant();
        return today > moment ? today : today + Duration.FromDays(1);
    }
}
