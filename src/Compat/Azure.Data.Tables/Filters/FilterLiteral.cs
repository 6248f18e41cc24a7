using System.Globalization;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Filters;

/// <summary>Values as a filter writes them. Text is quoted, and its quotes doubled, so no value can end its literal.</summary>
internal static class FilterLiteral
{
    /// <summary>Puts the arguments of an interpolated filter in as literals.</summary>
    public static string Fill(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var literals = Array.ConvertAll(filter.GetArguments(), argument => (object)Of(argument));
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    /// <exception cref="NotSupportedException">A filter cannot compare with such a value; with null nothing ever matches.</exception>
    public static string Of(object? value) => value switch
    {
        string text => Quoted(text),
        char letter => Quoted(letter.ToString()),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "L",
        double number when double.IsFinite(number) => Double(number),
        float number when float.IsFinite(number) => Double(number),
        DateTimeOffset moment => Moment(moment),
        DateTime moment => Moment(Moments.InUtc(moment)),
        Guid guid => $"guid'{guid}'",
        byte[] bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexStringLower(data.ToMemory().Span)}'",
        Enum member => Quoted(member.ToString()),
        null => throw new NotSupportedException("A filter cannot compare with null: rows without the property never match."),
        _ => throw new NotSupportedException($"A filter cannot compare with a {value.GetType()}."),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // A double says so by its point or exponent, or the service would read a whole number.
    private static string Double(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private static string Moment(DateTimeOffset moment) =>
        $"datetime'{moment.UtcDateTime.ToString(Wire.MomentFormat, CultureInfo.InvariantCulture)}'";
}
