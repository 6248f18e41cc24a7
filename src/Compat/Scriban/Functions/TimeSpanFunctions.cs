using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The members of <c>timespan</c>.</summary>
public class TimeSpanFunctions : ScriptObject
{
    /// <summary>Creates the object.</summary>
    public TimeSpanFunctions() => SetValue("zero", TimeSpan.Zero, readOnly: true);

    /// <summary>No time.</summary>
    public TimeSpan Zero => TimeSpan.Zero;

    /// <summary>A span of days.</summary>
    public static TimeSpan FromDays(double days) => TimeSpan.FromDays(days);

    /// <summary>A span of hours.</summary>
    public static TimeSpan FromHours(double hours) => TimeSpan.FromHours(hours);

    /// <summary>A span of minutes.</summary>
    public static TimeSpan FromMinutes(double minutes) => TimeSpan.FromMinutes(minutes);

    /// <summary>A span of seconds.</summary>
    public static TimeSpan FromSeconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>A span of milliseconds.</summary>
    public static TimeSpan FromMilliseconds(double millis) => TimeSpan.FromMilliseconds(millis);

    /// <summary>Reads the invariant forms of a span; anything else throws.</summary>
    public static TimeSpan Parse(string text)
    {
        RequiredText.Check(text, nameof(text), nameof(Parse));
        return TimeSpan.Parse(text, CultureInfo.InvariantCulture);
    }
}
