using System.Buffers;

namespace Notifieringar.Templates;

/// <summary>How an SMS travels: decided by its most demanding character.</summary>
public enum SmsEncoding
{
    /// <summary>The default alphabet of 3GPP TS 23.038: 160 units in one part, 153 in each of several.</summary>
    Gsm7,

    /// <summary>UTF-16: 70 units in one part, 67 in each of several.</summary>
    Ucs2,
}

/// <summary>How long an SMS is, as the operators count and charge it.</summary>
/// <param name="Encoding">The alphabet.</param>
/// <param name="Units">Septets or UTF-16 units.</param>
/// <param name="Segments">Parts; never less than one.</param>
public sealed record SmsLength(SmsEncoding Encoding, int Units, int Segments)
{
    // 3GPP TS 23.038, section 6.2.1: the default alphabet and its extension table, whose characters take two septets.
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly SearchValues<char> Extended = SearchValues.Create("\f^{}\\[~]|€");

    /// <summary>Counts a text, packing it as phones do: a character of two units is never split over two parts.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its length.</returns>
    public static SmsLength Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsGsm7(text)
            ? Pack(text, SmsEncoding.Gsm7, single: 160, part: 153)
            : Pack(text, SmsEncoding.Ucs2, single: 70, part: 67);
    }

    private static bool IsGsm7(string text)
    {
        foreach (var character in text)
        {
            if (!Basic.Contains(character) && !Extended.Contains(character))
            {
                return false;
            }
        }

        return true;
    }

    private static SmsLength Pack(string text, SmsEncoding encoding, int single, int part)
    {
        var units = 0;
        var segments = 1;
        var used = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var width = WidthAt(text, i, encoding);
            if (encoding == SmsEncoding.Ucs2 && width == 2)
            {
                i++;
            }

            units += width;
            if (used + width > part)
            {
                segments++;
                used = 0;
            }

            used += width;
        }

        return new SmsLength(encoding, units, units <= single ? 1 : segments);
    }

    private static int WidthAt(string text, int index, SmsEncoding encoding) => encoding switch
    {
        SmsEncoding.Gsm7 => Extended.Contains(text[index]) ? 2 : 1,
        _ => char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1,
    };
}
