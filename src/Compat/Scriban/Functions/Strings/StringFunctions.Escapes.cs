using System.Globalization;
using System.Text;

namespace Scriban.Functions;

/// <summary>The members of <c>string</c> that turn texts into literals and numbers.</summary>
public partial class StringFunctions
{
    /// <summary>With backslashes in front of what a double-quoted literal cannot hold.</summary>
    public static string Escape(string text)
    {
        if (text is null)
        {
            return string.Empty;
        }

        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\a' => result.Append("\\a"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                '\v' => result.Append("\\v"),
                < ' ' => result.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture)),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    /// <summary>A double-quoted literal.</summary>
    public static string Literal(string text) => text is null ? null : "\"" + Escape(text) + "\"";

    /// <summary>An int, or null when the text is none.</summary>
    public static object ToInt(TemplateContext context, string text) =>
        int.TryParse(text, NumberStyles.Integer, context.CurrentCulture, out var value) ? value : null;

    /// <summary>A long, or null when the text is none.</summary>
    public static object ToLong(TemplateContext context, string text) =>
        long.TryParse(text, NumberStyles.Integer, context.CurrentCulture, out var value) ? value : null;

    /// <summary>A float, or null when the text is none.</summary>
    public static object ToFloat(TemplateContext context, string text) =>
        float.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, context.CurrentCulture, out var value) ? value : null;

    /// <summary>A double, or null when the text is none.</summary>
    public static object ToDouble(TemplateContext context, string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, context.CurrentCulture, out var value) ? value : null;
}
