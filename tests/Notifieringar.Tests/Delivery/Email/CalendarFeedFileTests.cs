using Notifieringar.Delivery.Email;
using NodaTime;

namespace Notifieringar.Tests.Delivery.Email;

public sealed class CalendarFeedFileTests
{
    private static readonly Instant Written = Instant.FromUtc(2027, 2, 1, 2, 0);

    [Fact]
    public void Of_SomeTimes_SaysWhenAndRoughlyWhere_InOneZone()
    {
        var file = CalendarFeedFile.Of(
            "Par 1, Åsinge bibliotek",
            [
                new BusyTime("aa", IsSure: true, Some.VisitTime, Some.VisitTime.PlusMinutes(45), "Hembesök", "Åsinge, norra"),
                new BusyTime("bb", IsSure: false, Some.VisitTime.PlusDays(1), Some.VisitTime.PlusDays(1).PlusMinutes(45), "Hembesök", null),
            ],
            Written);

        var lines = file.Split("\r\n");
        Assert.Equal(["", "END:VCALENDAR"], lines.Reverse().Take(2));
        Assert.Single(lines, "BEGIN:VTIMEZONE");
        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains("DTSTART;TZID=Europe/Stockholm:20270302T100000", lines);
        Assert.Contains("DTEND;TZID=Europe/Stockholm:20270302T104500", lines);
        Assert.Equal(["LOCATION:Åsinge\\, norra"], lines.Where(line => line.StartsWith("LOCATION", StringComparison.Ordinal)));
        Assert.Equal(["STATUS:CONFIRMED", "STATUS:TENTATIVE"], lines.Where(line => line.StartsWith("STATUS", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("ATTENDEE", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoTimes_IsStillACalendar() => Assert.DoesNotContain("VEVENT", CalendarFeedFile.Of("Par 1", [], Written), StringComparison.Ordinal);
}
