using NodaTime;

namespace Notifieringar.Delivery.Email;

/// <summary>A busy time in a calendar that is subscribed to. Calendars copy what they fetch and show it on locked screens: it says when and
/// roughly where, and nobody's name.</summary>
/// <param name="Uid">The same for an occasion however often it is moved.</param>
/// <param name="IsSure">False for what may not take place.</param>
/// <param name="Starts">Local time in Europe/Stockholm.</param>
/// <param name="Ends">Local time in Europe/Stockholm.</param>
/// <param name="Summary">One line.</param>
/// <param name="Area">The town; null when it is not known.</param>
public sealed record BusyTime(string Uid, bool IsSure, LocalDateTime Starts, LocalDateTime Ends, string Summary, string? Area);

/// <summary>Writes a calendar to be subscribed to (RFC 5545, and RFC 7986 for its name and how often to fetch it).</summary>
public static class CalendarFeedFile
{
    /// <summary>Writes the calendar as it is now.</summary>
    /// <param name="name">What calendars call it.</param>
    /// <param name="times">The times.</param>
    /// <param name="written">When it is written.</param>
    /// <returns>The file.</returns>
    public static string Of(string name, IEnumerable<BusyTime> times, Instant written)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(times);
        return CalendarFile.Folded(
        [
            "BEGIN:VCALENDAR",
            "PRODID:-//Notifieringar//Kalender 1.0//SV",
            "VERSION:2.0",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            $"NAME:{CalendarFile.Escape(name)}",
            $"X-WR-CALNAME:{CalendarFile.Escape(name)}", // what calendars read that are older than RFC 7986
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            .. CalendarFile.Zone,
            .. times.SelectMany(time => Event(time, written)),
            "END:VCALENDAR",
        ]);
    }

    private static IEnumerable<string> Event(BusyTime time, Instant written)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{time.Uid}";
        yield return $"DTSTAMP:{CalendarFile.Moment(written)}";
        yield return $"DTSTART;TZID=Europe/Stockholm:{CalendarFile.Local(time.Starts)}";
        yield return $"DTEND;TZID=Europe/Stockholm:{CalendarFile.Local(time.Ends)}";
        yield return $"STATUS:{(time.IsSure ? "CONFIRMED" : "TENTATIVE")}";
        yield return $"SUMMARY:{CalendarFile.Escape(time.Summary)}";
        if (time.Area is { Length: > 0 } area)
        {
            yield return $"LOCATION:{CalendarFile.Escape(area)}";
        }

        yield return "CLASS:PRIVATE";
        yield return "TRANSP:OPAQUE";
        yield return "END:VEVENT";
    }
}
