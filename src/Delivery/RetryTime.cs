using System.Globalization;
using NodaTime;

namespace Notifieringar.Delivery;

/// <summary>Reads how long a provider asks us to wait.</summary>
internal static class RetryTime
{
    /// <summary>Reads a Retry-After header: seconds or a date (RFC 9110, 10.2.3).</summary>
    public static Duration? FromRetryAfter(string? value, DateTimeOffset now)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return Duration.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Until(date, now)
            : null;
    }

    /// <summary>Reads an X-RateLimit-Reset header: Unix seconds.</summary>
    public static Duration? FromUnixSeconds(string? value, DateTimeOffset now) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Until(DateTimeOffset.FromUnixTimeSeconds(seconds), now)
            : null;

    private static Duration Until(DateTimeOffset time, DateTimeOffset now) =>
        time > now ? Duration.FromTimeSpan(time - now) : Duration.Zero;
}
