using System.Text.Encodings.Web;
using System.Text.Json;

namespace Notifieringar.Templates;

/// <summary>One line in each of twelve languages, for a letter to a family whose language we do not know: call us if you want help to read it.</summary>
public static class HelpInLanguages
{
    private static readonly IReadOnlyDictionary<string, string> Lines =
        JsonSerializer.Deserialize<Dictionary<string, string>>(Embedded.Read("Layouts/help-in-languages.json"))!;

    /// <summary>The lines as an escaped HTML fragment for the end of a letter's text.</summary>
    /// <param name="phone">Phone number of a person at the library.</param>
    /// <returns>A paragraph a language.</returns>
    public static string Html(string phone)
    {
        var number = $"<bdi dir=\"ltr\">{HtmlEncoder.Default.Encode(phone.Replace(' ', '\u00A0'))}</bdi>";
        return string.Concat(Lines.Select(line =>
            $"<p lang=\"{line.Key}\" dir=\"{(Languages.IsRightToLeft(line.Key) ? "rtl" : "ltr")}\">{line.Value.Replace("{phone}", number, StringComparison.Ordinal)}</p>"));
    }
}
