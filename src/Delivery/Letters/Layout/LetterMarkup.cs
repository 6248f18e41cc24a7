using System.Text.RegularExpressions;

namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>
/// Checks that a text's fragment has only the tags a letter may have, closed in order. Without it a stray &lt;/div&gt; would move the
/// text out of its box, perhaps into the envelope's window.
/// </summary>
internal static partial class LetterMarkup
{
    private static readonly HashSet<string> Blocks = ["h1", "h2", "p", "ul", "ol"];
    private static readonly HashSet<string> Inlines = ["li", "strong", "em", "a", "bdi", "span"];

    /// <summary>Whether the fragment may be printed: at least one block, nothing but blocks at the top, nothing unknown.</summary>
    public static bool IsSafe(string html)
    {
        var open = new Stack<string>();
        var blocks = 0;
        var position = 0;
        foreach (Match tag in Tag().Matches(html))
        {
            if (!IsText(html.AsSpan(position, tag.Index - position), open.Count > 0))
            {
                return false;
            }

            position = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value;
            if (name == "br")
            {
                if (open.Count == 0 || tag.Groups["close"].Success)
                {
                    return false;
                }
            }
            else if (tag.Groups["close"].Success)
            {
                if (open.Count == 0 || open.Pop() != name)
                {
                    return false;
                }
            }
            else if (open.Count == 0 ? Blocks.Contains(name) : Inlines.Contains(name) && (name != "li" || open.Peek() is "ul" or "ol"))
            {
                blocks += open.Count == 0 ? 1 : 0;
                open.Push(name);
            }
            else
            {
                return false;
            }
        }

        return open.Count == 0 && blocks > 0 && IsText(html.AsSpan(position), false);
    }

    private static bool IsText(ReadOnlySpan<char> text, bool inBlock) =>
        text.IndexOfAny('<', '>') < 0 && (inBlock || text.IsWhiteSpace());

    [GeneratedRegex("""<(?<close>/)?(?<name>[a-z][a-z0-9]*)(?:\s+(?:(?:href|lang|dir)="[^"<>]*"|class="(?:when|large)"))*\s*/?>""")]
    private static partial Regex Tag();
}
