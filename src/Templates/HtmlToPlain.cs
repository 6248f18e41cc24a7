using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Notifieringar.Templates;

/// <summary>The text/plain part of an e-mail, from its HTML fragment.</summary>
internal static partial class HtmlToPlain
{
    public static string Convert(string fragment, bool rightToLeft)
    {
        var plain = new StringBuilder();
        var href = "";
        var linkStart = 0;
        var bdiStart = 0;
        var bdi = Isolation.None;
        foreach (Match token in Tokens().Matches(fragment))
        {
            if (token.Value[0] != '<')
            {
                plain.Append(Spaces().Replace(WebUtility.HtmlDecode(token.Value), " "));
                continue;
            }

            switch (token.Groups["name"].Value)
            {
                case "bdi":
                    bdiStart = plain.Length;
                    bdi = token.Value.Contains("ltr", StringComparison.Ordinal) ? Isolation.LeftToRight : Isolation.FirstStrong;
                    break;
                case "/bdi":
                    Rewrite(plain, bdiStart, text => Bidi.Isolate(text, bdi, rightToLeft));
                    break;
                case "a":
                    href = WebUtility.HtmlDecode(token.Groups["href"].Value);
                    linkStart = plain.Length;
                    break;
                case "/a":
                    Rewrite(plain, linkStart, text => WithAddress(text, href, rightToLeft));
                    break;
                case "li":
                    plain.Append("\n- ");
                    break;
                case "br":
                    plain.Append('\n');
                    break;
                case "/p" or "/h1" or "ul" or "/ul":
                    plain.Append("\n\n");
                    break;
            }
        }

        return Blank().Replace(Edges().Replace(plain.ToString(), "\n"), "\n\n").Trim();
    }

    // The address in full: plain text has no links, and some programs open nothing else.
    private static string WithAddress(string text, string href, bool rightToLeft)
    {
        var address = href.StartsWith("tel:", StringComparison.Ordinal) ? "" : Bidi.Isolate(href, Isolation.LeftToRight, rightToLeft);
        return address.Length == 0 || text == address ? text : $"{text}: {address}";
    }

    private static void Rewrite(StringBuilder plain, int start, Func<string, string> rewrite)
    {
        var text = rewrite(plain.ToString(start, plain.Length - start));
        plain.Length = start;
        plain.Append(text);
    }

    [GeneratedRegex("""<(?<name>/?[a-z0-9]+)(?:[^>]*?href="(?<href>[^"]*)")?[^>]*>|[^<]+""")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" *\n *")]
    private static partial Regex Edges();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Blank();
}
