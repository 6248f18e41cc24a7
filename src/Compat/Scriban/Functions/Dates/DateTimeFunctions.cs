using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The members of <c>date</c>, which is a function too: the same as <c>date.parse</c>.</summary>
public partial class DateTimeFunctions : ScriptObject
{
    /// <summary>How a date is printed unless told otherwise.</summary>
    public const string DefaultFormat = "%d %b %Y";

    private const string FormatKey = "format";

    /// <summary>Creates the object with its default format.</summary>
    public DateTimeFunctions()
    {
        Format = DefaultFormat;
        SetValue("to_string", PrintFunction, readOnly: true);
    }

    /// <summary>How a date is printed unless told otherwise, in %-codes; a template may set it.</summary>
    public string Format
    {
        get => this[FormatKey] as string ?? DefaultFormat;
        set => SetValue(FormatKey, value, readOnly: false);
    }

    /// <summary>The local time.</summary>
    public static DateTime Now() => TimeProvider.System.GetLocalNow().DateTime;

    /// <summary>The UTC time.</summary>
    public static DateTime UtcNow() => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Days later; a fraction counts.</summary>
    public static DateTime AddDays(DateTime date, double days) => date.AddDays(days);

    /// <summary>Months later, at most the last of the month.</summary>
    public static DateTime AddMonths(DateTime date, int months) => date.AddMonths(months);

    /// <summary>Years later, at most the last of the month.</summary>
    public static DateTime AddYears(DateTime date, int years) => date.AddYears(years);

    /// <summary>Hours later.</summary>
    public static DateTime AddHours(DateTime date, double hours) => date.AddHours(hours);

    /// <summary>Minutes later.</summary>
    public static DateTime AddMinutes(DateTime date, double minutes) => date.AddMinutes(minutes);

    /// <summary>Seconds later.</summary>
    public static DateTime AddSeconds(DateTime date, double seconds) => date.AddSeconds(seconds);

    /// <summary>Milliseconds later.</summary>
    public static DateTime AddMilliseconds(DateTime date, double millis) => date.AddMilliseconds(millis);

    /// <summary>The moment in a text; null for none, year 1 for an unreadable one.</summary>
    public static DateTime? Parse(TemplateContext context, string text, string pattern = null, string culture = null) =>
        string.IsNullOrEmpty(text) ? null : DatePatterns.Read(text, pattern, CultureOf(context, culture));

    /// <summary>The moment in a text, printed; a pattern without % is one of .NET's.</summary>
    public static string ParseToString(
        TemplateContext context,
        string text,
        string output_pattern = null,
        string output_culture = null,
        string input_pattern = null,
        string input_culture = null)
    {
        if (Parse(context, text, input_pattern, input_culture) is not { } moment)
        {
            return string.Empty;
        }

        if (output_pattern is null)
        {
            return moment.ToString(DefaultFormat, CultureInfo.CurrentCulture);
        }

        var culture = CultureOf(context, output_culture);
        return output_pattern.Contains('%') ? DateCodes.Print(moment, output_pattern, culture) : moment.ToString(output_pattern, culture);
    }

    /// <summary>The moment printed by %-codes; null for null.</summary>
    public virtual string ToString(DateTime? datetime, string pattern, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (datetime is not { } moment)
        {
            return null;
        }

        return DateCodes.Print(moment, pattern == "%g" ? "%g " + Format : pattern, culture);
    }

    private static CultureInfo CultureOf(TemplateContext context, string name) =>
        name is null ? context.CurrentCulture : CultureInfo.GetCultureInfo(name);
}
