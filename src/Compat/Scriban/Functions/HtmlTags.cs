using System.Text;

namespace Scriban.Functions;

/// <summary>Takes tags out of a text in one pass: a pattern could be made to backtrack by the text.</summary>
internal static class HtmlTags
{
    public static string Strip(string text)
    {
        var at = text.IndexOf('<', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var kept = 0;
        var unclosed = new Unclosed();
        while (at >= 0)
        {
            var end = EndOf(text, at, ref unclosed);
            if (end >= 0)
            {
                result.Append(text, kept, at - kept);
                kept = end;
            }

            at = text.IndexOf('<', end >= 0 ? end : at + 1);
        }

        return result.Append(text, kept, text.Length - kept).ToString();
    }

    private static int EndOf(string text, int at, ref Unclosed unclosed)
    {
        var end = EndOfElement(text, at, "<script", "</script>", ref unclosed.Script);
        if (end < 0)
        {
            end = EndOfElement(text, at, "<!--", "-->", ref unclosed.Comment);
        }

        if (end < 0)
        {
            end = EndOfElement(text, at, "<style", "</style>", ref unclosed.Style);
        }

        return end >= 0 ? end : EndOfTag(text, at + 1, ref unclosed.Tag);
    }

    private static int EndOfElement(string text, int at, string opening, string closing, ref bool unclosed)
    {
        if (unclosed || string.Compare(text, at, opening, 0, opening.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return -1;
        }

        var close = text.IndexOf(closing, at + opening.Length, StringComparison.OrdinalIgnoreCase);
        unclosed = close < 0;
        return close < 0 ? -1 : close + closing.Length;
    }

    private static int EndOfTag(string text, int at, ref bool unclosed)
    {
        while (!unclosed && at < text.Length)
        {
            var c = text[at];
            if (c == '>')
            {
                return at + 1;
            }

            at++;
            if (c == '=')
            {
                at = SkipValue(text, at);
            }
        }

        unclosed = true;
        return -1;
    }

    private static int SkipValue(string text, int at)
    {
        if (at >= text.Length)
        {
            return at;
        }

        if (text[at] is '"' or '\'')
        {
            var close = text.IndexOf(text[at], at + 1);
            return close < 0 ? text.Length : close + 1;
        }

        at++;
        while (at < text.Length && text[at] != '>' && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>What is known to have no end in the rest of the text, so that it is not searched for again.</summary>
    private struct Unclosed
    {
        public bool Script;
        public bool Comment;
        public bool Style;
        public bool Tag;
    }
}
