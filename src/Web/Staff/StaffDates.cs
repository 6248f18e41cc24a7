using NodaTime;
using NodaTime.Text;
using Notifieringar.Planning.Calendar;

namespace Notifieringar.Web.Staff;

/// <summary>Days and times as staff read them.</summary>
internal static class StaffDates
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH.mm");

    public static string Day(LocalDate day) => day.ToString("dddd d MMMM yyyy", StaffWords.Current.Culture);

    public static string Short(LocalDate day) => day.ToString("ddd d MMM", StaffWords.Current.Culture);

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Time(LocalDateTime at) => TimePattern.Format(at.TimeOfDay);

    public static string Moment(LocalDateTime at) => $"{Short(at.Date)} {Time(at)}";

    public static string Moment(Instant at) => Moment(Stockholm.LocalOf(at));

    public static string Moment(DateTimeOffset at) => Moment(Instant.FromDateTimeOffset(at));
}
