using System.Text;

namespace Notifieringar.Templates;

/// <summary>Writing values into HTML.</summary>
internal static class HtmlText
{
    /// <summary>Escapes for element content and quoted attributes; å, ä and ö stay as they are.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>True when what has been written so far ends inside a tag, where a value may not bring tags of its own.</summary>
    public static bool EndsInsideTag(string written) => written.LastIndexOf('<') > written.LastIndexOf('>');
}
