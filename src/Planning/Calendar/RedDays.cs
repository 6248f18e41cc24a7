using NodaTime;

namespace Notifieringar.Planning.Calendar;

/// <summary>Swedish public holidays (lag 1989:253 om allmänna helgdagar) and the eves that are free in practice.</summary>
public static class RedDays
{
    /// <summary>Tells whether a day is a Sunday or another public holiday.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True for a red day.</returns>
    public static bool IsRed(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Sunday || IsFixed(day) || IsMovable(day);

    /// <summary>Tells whether libraries and families treat the day as free: red days and the eves of Easter, midsummer, Christmas and New Year.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True for a free day.</returns>
    public static bool IsFree(LocalDate day) => IsRed(day) || IsFreeEve(day);

    /// <summary>Tells whether the day is one on which offices and the post work: Monday to Friday and not free.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True for a working day.</returns>
    public static bool IsWorkingDay(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !IsFree(day);

    private static bool IsFixed(LocalDate day) => (day.Month, day.Day) is (1, 1) or (1, 6) or (5, 1) or (6, 6) or (12, 25) or (12, 26);

    private static bool IsMovable(LocalDate day)
    {
        var fromEaster = Period.DaysBetween(EasterSunday(day.Year), day);
        return fromEaster is -2 or 0 or 1 or 39 or 49 || IsMidsummerDay(day) || IsAllSaintsDay(day);
    }

    private static bool IsFreeEve(LocalDate day) =>
        (day.Month, day.Day) is (12, 24) or (12, 31)
        || Period.DaysBetween(EasterSunday(day.Year), day) == -1
        || IsMidsummerDay(day.PlusDays(1));

    private static bool IsMidsummerDay(LocalDate day) => day is { DayOfWeek: IsoDayOfWeek.Saturday, Month: 6, Day: >= 20 and <= 26 };

    private static bool IsAllSaintsDay(LocalDate day) =>
        day.DayOfWeek == IsoDayOfWeek.Saturday && (day is { Month: 10, Day: 31 } || day is { Month: 11, Day: <= 6 });

    /// <summary>Western Easter by the Gregorian computus (Meeus, Jones and Butcher).</summary>
    internal static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var yearOfCentury = year % 100;
        var lunarCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - lunarCorrection + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var monthAndDay = epact + weekday - (7 * late) + 114;
        return new LocalDate(year, monthAndDay / 31, (monthAndDay % 31) + 1);
    }
}
