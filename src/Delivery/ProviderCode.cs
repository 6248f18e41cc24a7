using System.Globalization;
using System.Text.RegularExpressions;

namespace Notifieringar.Delivery;

/// <summary>
/// The code of a refusal. Providers' messages can repeat the address or the text, so only the status and words that look like
/// identifiers are let through.
/// </summary>
internal static partial class ProviderCode
{
    public static string Of(int status, string? word = null)
    {
        var number = status.ToString(CultureInfo.InvariantCulture);
        return word is not null && Identifier().IsMatch(word) ? $"{number}:{word}" : number;
    }

    // It starts with a letter and has no @, so neither a phone number nor an e-mail address is one.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.\[\]-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
