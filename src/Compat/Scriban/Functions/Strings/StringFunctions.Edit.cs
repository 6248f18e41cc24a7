using System.Text;

namespace Scriban.Functions;

/// <summary>The members of <c>string</c> that put texts together and take parts away.</summary>
public partial class StringFunctions
{
    /// <summary>The text followed by another.</summary>
    public static string Append(TemplateContext context, string text, string with) => Limited(context, string.Concat(text, with));

    /// <summary>The text preceded by another.</summary>
    public static string Prepend(TemplateContext context, string text, string by) => Limited(context, string.Concat(by, text));

    /// <summary>Every occurrence replaced; case matters.</summary>
    public static string Replace(TemplateContext context, string text, string match, string replace)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        // Counted before, since every character of a long text may be replaced by a long text.
        var growth = (replace?.Length ?? 0) - (match?.Length ?? 0);
        if (growth > 0 && !string.IsNullOrEmpty(match))
        {
            CheckLength(context, text.Length + ((long)text.AsSpan().Count(match) * growth));
        }

        return Limited(context, text.Replace(match ?? string.Empty, replace ?? string.Empty, StringComparison.Ordinal));
    }

    /// <summary>The first (or last) occurrence replaced; case does not matter.</summary>
    public static string ReplaceFirst(TemplateContext context, string text, string match, string replace, bool fromEnd = false) =>
        Limited(context, ReplaceOnce(text, match, replace, fromEnd));

    /// <summary>Every occurrence taken away; case matters.</summary>
    public static string Remove(string text, string remove) =>
        string.IsNullOrEmpty(remove) || string.IsNullOrEmpty(text) ? text : text.Replace(remove, string.Empty, StringComparison.Ordinal);

    /// <summary>The first occurrence taken away; case does not matter.</summary>
    public static string RemoveFirst(string text, string remove) => ReplaceOnce(text, remove, string.Empty, fromEnd: false);

    /// <summary>The last occurrence taken away; case does not matter.</summary>
    public static string RemoveLast(string text, string remove) => ReplaceOnce(text, remove, string.Empty, fromEnd: true);

    /// <summary>Without white space in front.</summary>
    public static string LStrip(string text) => text?.TrimStart();

    /// <summary>Without white space at the end.</summary>
    public static string RStrip(string text) => text?.TrimEnd();

    /// <summary>Without white space at both ends.</summary>
    public static string Strip(string text) => text?.Trim();

    /// <summary>Without line breaks.</summary>
    public static string StripNewlines(string text) =>
        string.IsNullOrEmpty(text) ? text : text.ReplaceLineEndings(string.Empty);

    /// <summary>Filled with spaces from the left.</summary>
    public static string PadLeft(TemplateContext context, string text, int width)
    {
        CheckWidth(context, width);
        return (text ?? string.Empty).PadLeft(width);
    }

    /// <summary>Filled with spaces from the right.</summary>
    public static string PadRight(TemplateContext context, string text, int width)
    {
        CheckWidth(context, width);
        return (text ?? string.Empty).PadRight(width);
    }

    /// <summary>Letters and digits in lower case, anything else as one dash.</summary>
    public static string Handleize(string text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length == 0 || result[^1] != '-')
            {
                result.Append('-');
            }
        }

        if (result[^1] == '-')
        {
            result.Length--;
        }

        return result.ToString();
    }

    /// <summary>The singular for 1, else the plural.</summary>
    public static string Pluralize(int number, string singular, string plural) => number == 1 ? singular : plural;

    private static string ReplaceOnce(string text, string match, string replace, bool fromEnd)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        if (string.IsNullOrEmpty(match))
        {
            return text;
        }

        var at = fromEnd
            ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase)
            : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), replace, text.AsSpan(at + match.Length));
    }

    private static string Limited(TemplateContext context, string result)
    {
        CheckLength(context, result.Length);
        return result;
    }

    private static void CheckLength(TemplateContext context, long length)
    {
        if (context.LimitToString > 0 && length > context.LimitToString)
        {
            throw new InvalidOperationException($"The resulting string length exceeds the configured LimitToString `{context.LimitToString}`.");
        }

        context.CheckText(context.CurrentSpan, length);
    }

    private static void CheckWidth(TemplateContext context, int width)
    {
        if (context.LimitToString > 0 && width > context.LimitToString)
        {
            throw new ArgumentException($"Padding width `{width}` exceeds the configured LimitToString `{context.LimitToString}`.", nameof(width));
        }

        context.CheckText(context.CurrentSpan, width);
    }
}
