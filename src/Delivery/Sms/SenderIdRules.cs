using System.Globalization;
using System.Text;

namespace Notifieringar.Delivery.Sms;

/// <summary>
/// The rules for alphanumeric senders: at most eleven characters, of them a letter, and only A–Z, a–z, 0–9 and space. Phones show the
/// sender as it is sent, and the provider refuses other characters.
/// </summary>
public static class SenderIdRules
{
    /// <summary>The longest sender, in characters.</summary>
    public const int MaxLength = 11;

    /// <summary>Whether a sender follows the rules as it stands.</summary>
    /// <param name="senderId">The sender.</param>
    /// <returns>True when it can be sent.</returns>
    public static bool IsAllowed(string senderId)
    {
        ArgumentNullException.ThrowIfNull(senderId);
        return senderId.Length <= MaxLength
            && senderId.All(character => char.IsAsciiLetterOrDigit(character) || character == ' ')
            && senderId.Any(char.IsAsciiLetter)
            && senderId.Trim().Length == senderId.Length;
    }

    /// <summary>Writes a sender without accents: å and ä become a, ö becomes o, é becomes e.</summary>
    /// <param name="senderId">The sender.</param>
    /// <returns>The same letters without their marks; other characters are left.</returns>
    public static string Transliterate(string senderId)
    {
        ArgumentNullException.ThrowIfNull(senderId);
        var decomposed = senderId.Normalize(NormalizationForm.FormD);
        return string.Concat(decomposed.Where(IsLetterOrOther));
    }

    private static bool IsLetterOrOther(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark;
}
