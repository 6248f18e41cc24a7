using System.Net;
using System.Text.RegularExpressions;
using Notifieringar.Scenarios.Staff;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Browser.Shown;

/// <summary>What an administrator has done with texts: one is published anew, so that its translations are stale, and one is begun.</summary>
internal static partial class ShownTexts
{
    /// <summary>The page of the text with two versions.</summary>
    public const string Sms = "mallar/sprakstart-6/reminder/sms/sv";

    private const string Begun = "mallar/sprakstart-6/reminder/email/sv";

    public static async Task WriteAsync(ALibrary library)
    {
        using var anna = await ASignedIn.AsAsync(library, "anna");
        await SendAsync(anna, Sms, "publish", words => words.Replace("Hälsningar", "Varma hälsningar", StringComparison.Ordinal));
        await SendAsync(anna, Begun, "save", words => words + "\nHälsningar från oss på biblioteket");
    }

    private static async Task SendAsync(ASignedIn anna, string page, string button, Func<string, string> change)
    {
        var seen = await anna.PageAsync(page);
        var hidden = Hidden().Matches(seen).Select(field => (field.Groups["name"].Value, field.Groups["value"].Value));
        var words = change(Area().Match(seen).Groups["words"].Value.TrimStart('\n'));
        using var sent = await anna.PressAsync(page, page, [.. hidden, ("gor", button), ("text", words), ("granskad", "ja")]);
        Assert.True(sent.StatusCode == HttpStatusCode.SeeOther, await sent.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("type=\"hidden\" name=\"(?<name>utkast|publicerad|svensk)\" value=\"(?<value>.*?)\" />")]
    private static partial Regex Hidden();

    [GeneratedRegex("<textarea id=\"text\"[^>]*>(?<words>[^<]*)")]
    private static partial Regex Area();
}
