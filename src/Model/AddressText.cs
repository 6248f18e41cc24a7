namespace Notifieringar.Model;

/// <summary>Reads the parts of an address as they are written.</summary>
internal static class AddressText
{
    // Population registers and hand-kept lists say it in these ways; compared without spaces, full stops and case.
    private static readonly HashSet<string> NoFixedAddress = new(StringComparer.OrdinalIgnoreCase)
    {
        "skrivnapåkommunen", "skrivenpåkommunen", "skrivetpåkommunen", "påkommunenskriven", "påkommunenskrivna", "påkommunen",
        "utanfastadress", "utanfastbostad", "saknarfastadress", "ingenfastadress", "ingenadress", "adresssaknas", "saknas", "okänd", "okändadress",
        "uppgiftsaknas", "utankändhemvist", "-", "–", "?", "x",
    };

    private static readonly HashSet<string> Sweden = new(StringComparer.OrdinalIgnoreCase) { "sverige", "sweden", "se", "swe" };

    /// <summary>Trimmed, with single spaces; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? null : string.Join(' ', parts);
    }

    public static string? CareOf(string? text) => Clean(text) is { } clean ? Clean(WithoutCareOf(clean) ?? clean) : null;

    /// <summary>"c/o Ek, Storgatan 1" in one column is two lines.</summary>
    public static (string? CareOf, string? Street) SplitCareOf(string? street)
    {
        if (street is null || WithoutCareOf(street) is not { } rest)
        {
            return (null, street);
        }

        var comma = rest.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? (Clean(rest), null) : (Clean(rest[..comma]), Clean(rest[(comma + 1)..]));
    }

    public static (string? Code, string? Town) PostalCode(string? text, bool domestic)
    {
        var clean = Clean(text);
        if (clean is null || !domestic)
        {
            return (clean, null);
        }

        var rest = clean.AsSpan();
        foreach (var prefix in (ReadOnlySpan<string>)["SE-", "S-", "SE "])
        {
            if (rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[prefix.Length..].TrimStart();
            }
        }

        Span<char> digits = stackalloc char[5];
        int found = 0, index = 0;
        for (; index < rest.Length && found < 5 && (char.IsAsciiDigit(rest[index]) || (rest[index] == ' ' && found == 3)); index++)
        {
            if (rest[index] != ' ')
            {
                digits[found++] = rest[index];
            }
        }

        var tail = rest[index..];
        var isCode = found == 5 && digits[0] != '0' && (tail.IsEmpty || tail[0] == ' ');
        return isCode ? (digits.ToString(), Clean(tail.ToString())) : (null, null);
    }

    public static string? Country(string? text) => Clean(text) is { } clean && !Sweden.Contains(clean) ? clean : null;

    public static bool SaysNoFixedAddress(string? text) => text is not null && NoFixedAddress.Contains(Squeeze(text));

    public static bool NamesForwardingBox(params ReadOnlySpan<string?> lines)
    {
        foreach (var line in lines)
        {
            var squeezed = Squeeze(line);
            var at = squeezed.IndexOf("box2820", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at + 7 == squeezed.Length || !char.IsAsciiDigit(squeezed[at + 7])))
            {
                return true;
            }
        }

        return false;
    }

    public static bool NamesTaxAgency(params ReadOnlySpan<string?> lines)
    {
        foreach (var line in lines)
        {
            if (Squeeze(line).Contains("skatteverket", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Squeeze(string? text) =>
        text is null ? "" : string.Concat(text.Where(sign => !char.IsWhiteSpace(sign) && sign is not '.' and not ':'));

    private static string? WithoutCareOf(string text)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["c/o", "c / o", "℅"])
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return text[prefix.Length..].TrimStart(' ', ':', '.');
            }
        }

        return null;
    }
}
