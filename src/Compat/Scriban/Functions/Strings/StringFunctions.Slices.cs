using System.Collections;
using System.Text;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The members of <c>string</c> that cut a text.</summary>
public partial class StringFunctions
{
    /// <summary>A part of the text; a negative start counts from the end.</summary>
    public static string Slice(string text, int start, int? length = null) =>
        string.IsNullOrEmpty(text) ? string.Empty : Slice1(text, start, length ?? text.Length);

    /// <summary>One character unless told otherwise; a negative start counts from the end.</summary>
    public static string Slice1(string text, int start, int length = 1)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (start < 0)
        {
            start += text.Length;
        }

        if (start < 0)
        {
            length += start;
            start = 0;
        }

        return length <= 0 || start >= text.Length ? string.Empty : text.Substring(start, Math.Min(length, text.Length - start));
    }

    /// <summary>The parts between the matches, without empty ones.</summary>
    public static IEnumerable Split(string text, string match)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new ScriptRange(Array.Empty<object>());
        }

        if (string.IsNullOrEmpty(match))
        {
            return new ScriptRange(new object[] { text });
        }

        return new ScriptRange(text.Split(match, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>At most <paramref name="length"/> characters, the ellipsis included.</summary>
    public static string Truncate(string text, int length, string ellipsis = null)
    {
        ellipsis ??= "...";
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        if (text.Length <= length)
        {
            return text;
        }

        return string.Concat(text.AsSpan(0, Math.Max(length - ellipsis.Length, 0)), ellipsis);
    }

    /// <summary>The first words and three dots; the official engine ignores <paramref name="ellipsis"/> too.</summary>
    public static string Truncatewords(string text, int count, string ellipsis = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var result = new StringBuilder();
        var at = 0;
        for (var word = 0; word < count; word++)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            result.Append(word > 0 ? " " : string.Empty).Append(text, at, end - at);
            if (end == text.Length)
            {
                break;
            }

            at = end;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }

        return result.Append("...").ToString();
    }
}
