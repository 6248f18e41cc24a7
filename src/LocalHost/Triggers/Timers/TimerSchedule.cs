using NCrontab;

namespace Notifieringar.LocalHost.Triggers.Timers;

/// <summary>Six fields (seconds first), read by the Functions host's own parser, always in UTC.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule _schedule;

    private TimerSchedule(CrontabSchedule schedule) => _schedule = schedule;

    /// <exception cref="StartFailedException">The expression is not six NCRONTAB fields.</exception>
    public static TimerSchedule Parse(string functionName, string expression)
    {
        var schedule = CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        return schedule is null
            ? throw new StartFailedException($"{functionName}: '{expression}' is not a schedule of six fields (second minute hour day month weekday).")
            : new TimerSchedule(schedule);
    }

    public DateTimeOffset Next(DateTimeOffset after) => new(_schedule.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);

    /// <summary>
    /// When to run after the run that was due at <paramref name="due"/> has ended at <paramref name="now"/>. A run that
    /// outlasted its interval is followed by the next at once, but by one only, however many it missed.
    /// </summary>
    public DateTimeOffset NextAfterRun(DateTimeOffset due, DateTimeOffset now)
    {
        var next = Next(due);
        return next < now ? now : next;
    }
}
