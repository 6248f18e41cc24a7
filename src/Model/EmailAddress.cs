using System.Globalization;

namespace Notifieringar.Model;

/// <summary>An e-mail address.</summary>
/// <param name="Value">The address; its domain in lower case and ASCII.</param>
public readonly record struct EmailAddress(string Value)
{
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;

    /// <summary>
    /// Reads an address as people write it, also <c>Namn &lt;a@example.se&gt;</c> and <c>mailto:</c>. Says no to what no provider delivers to,
    /// such as å before the @; says yes to every ordinary address. Whether anyone reads it only a message can tell.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="address">The address; empty when there is none.</param>
    /// <param name="problemCode">One of <see cref="ContactProblems"/>; null when it could be read.</param>
    /// <returns>True when it could be read.</returns>
    public static bool TryParse(string? text, out EmailAddress address, out string? problemCode)
    {
        address = default;
        var trimmed = Unwrap(text);
        if (trimmed.Length == 0)
        {
            problemCode = ContactProblems.Blank;
            return false;
        }

        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at != trimmed.LastIndexOf('@'))
        {
            problemCode = ContactProblems.Several;
            return false;
        }

        problemCode = ContactProblems.NotUnderstood;
        if (at < 0 || !IsLocalPart(trimmed.AsSpan(0, at)) || Domain(trimmed[(at + 1)..]) is not { } domain || at + 1 + domain.Length > LongestAddress)
        {
            return false;
        }

        problemCode = null;
        address = new EmailAddress($"{trimmed.AsSpan(0, at)}@{domain}");
        return true;
    }

    private static string Unwrap(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.EndsWith('>') && trimmed.LastIndexOf('<') is >= 0 and var open)
        {
            trimmed = trimmed[(open + 1)..^1];
        }

        return trimmed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? trimmed[7..].Trim() : trimmed.TrimEnd('.', ',', ';', ' ');
    }

    private static bool IsLocalPart(ReadOnlySpan<char> local)
    {
        if (local.Length is 0 or > LongestLocalPart || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var sign in local)
        {
            if (!char.IsAsciiLetterOrDigit(sign) && !"!#$%&'*+-/=?^_`{|}~.".Contains(sign, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Domain(string text)
    {
        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(text).ToLowerInvariant();
            var labels = domain.Split('.');
            var top = labels[^1];
            var isDomain = labels.Length >= 2 && labels.All(label => label.Length is > 0 and <= 63) && top.Length >= 2 && !char.IsAsciiDigit(top[0]);
            return isDomain ? domain : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
