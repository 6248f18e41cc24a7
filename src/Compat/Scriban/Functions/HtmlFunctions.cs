using System.Net;
using System.Text;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The members of <c>html</c>.</summary>
public class HtmlFunctions : ScriptObject
{
    private const string KeptInUrls = "-_.~;/?:@&=+$,#[]!'()*";

    /// <summary>Without tags, comments, scripts and styles.</summary>
    public static string Strip(TemplateContext context, string text) => string.IsNullOrEmpty(text) ? text : HtmlTags.Strip(text);

    /// <summary>With references in place of what HTML gives a meaning, and of the letters U+00A0 to U+00FF.</summary>
    public static string Escape(string text) => string.IsNullOrEmpty(text) ? text : WebUtility.HtmlEncode(text);

    /// <summary>A br element in front of every line break.</summary>
    public static string NewlineToBr(string text)
    {
        if (string.IsNullOrEmpty(text) || text.AsSpan().IndexOfAny('\r', '\n') < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' || (c == '\n' && (i == 0 || text[i - 1] != '\r')))
            {
                result.Append("<br />");
            }

            result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>For use as one part of a URL.</summary>
    public static string UrlEncode(string text) => string.IsNullOrEmpty(text) ? text : Uri.EscapeDataString(text);

    /// <summary>For use as a whole URL: its separators are kept.</summary>
    public static string UrlEscape(string text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)value;
            if (char.IsAsciiLetterOrDigit(c) || KeptInUrls.Contains(c))
            {
                result.Append(c);
            }
            else
            {
                result.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return result.ToString();
    }
}
