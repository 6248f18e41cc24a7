using System.Globalization;
using System.Text;
using NodaTime;

namespace Notifieringar.Delivery.Email;

/// <summary>Writes calendar files (RFC 5545): local times with the rules of Europe/Stockholm, so that every calendar shows the hour that the
/// text says.</summary>
public static class CalendarFile
{
    private const int LongestLine = 75; // octets without the line end: RFC 5545, 3.1

    // The Union's rule since 1996: the last Sundays of March and October.
    internal static readonly string[] Zone =
    [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Stockholm",
        "BEGIN:DAYLIGHT",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <summary>Writes an event.</summary>
    /// <param name="about">The event.</param>
    /// <param name="written">When it is written.</param>
    /// <returns>The file: every line ends with CRLF and is folded at 75 octets, never inside a character.</returns>
    public static string Of(CalendarEvent about, Instant written)
    {
        ArgumentNullException.ThrowIfNull(about);
        IEnumerable<string> lines =
        [
            "BEGIN:VCALENDAR",
            "PRODID:-//Notifieringar//Inbjudan 1.0//SV",
            "VERSION:2.0",
            "CALSCALE:GREGORIAN",
            $"METHOD:{about.Method}",
            .. Zone,
            .. Event(about, written),
            "END:VCALENDAR",
        ];
        return Folded(lines);
    }

    /// <summary>Lines as they stand in a file.</summary>
    internal static string Folded(IEnumerable<string> lines) => string.Concat(lines.Select(line => Fold(line) + "\r\n"));

    /// <summary>A text as a value (RFC 5545, 3.3.11).</summary>
    internal static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\n", StringComparison.Ordinal);

    /// <summary>A line folded so that no piece is longer than 75 octets.</summary>
    internal static string Fold(string line)
    {
        var folded = new StringBuilder();
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                used = 1;
            }

            folded.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }

    private static IEnumerable<string> Event(CalendarEvent about, Instant written)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{about.Uid}";
        yield return $"DTSTAMP:{Moment(written)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{about.Sequence}");
        yield return $"DTSTART;TZID=Europe/Stockholm:{Local(about.Starts)}";
        yield return $"DTEND;TZID=Europe/Stockholm:{Local(about.Ends)}";
        yield return $"STATUS:{(about.IsCancelled ? "CANCELLED" : "CONFIRMED")}";
        yield return $"SUMMARY:{Escape(about.Summary)}";
        if (about.Description is { Length: > 0 } description)
        {
            yield return $"DESCRIPTION:{Escape(description)}";
        }

        if (about.Location is { Length: > 0 } location)
        {
            yield return $"LOCATION:{Escape(location)}";
        }

        yield return $"ORGANIZER;CN={Quoted(about.OrganizerName)}:mailto:{about.OrganizerAddress}";
        if (about.AttendeeAddress is { } attendee)
        {
            yield return $"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{attendee}";
        }

        yield return "CLASS:PRIVATE";
        yield return "TRANSP:OPAQUE";
        yield return "END:VEVENT";
    }

    // A parameter's value in quotes can hold anything but quotes and control characters (RFC 5545, 3.2).
    private static string Quoted(string name) => $"\"{string.Concat(name.Where(sign => sign != '"' && !char.IsControl(sign)))}\"";

    internal static string Moment(Instant moment) => moment.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    internal static string Local(LocalDateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
