using System.Buffers;
using System.Collections.Immutable;

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
    private const int Gsm7Part = 153;
    private const int Ucs2Part = 67;

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
            ? Pack(text, SmsEncoding.Gsm7, single: 160, Gsm7Part)
            : Pack(text, SmsEncoding.Ucs2, single: 70, Ucs2Part);
    }

    /// <summary>The parts that a text is sent in, as phones put it together again.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The parts; one for a text that fits in one.</returns>
    public static ImmutableArray<string> Parts(string text)
    {
        var length = Count(text);
        if (length.Segments == 1)
        {
            return [text];
        }

        var (room, start, used) = (length.Encoding == SmsEncoding.Gsm7 ? Gsm7Part : Ucs2Part, 0, 0);
        var parts = ImmutableArray.CreateBuilder<string>(length.Segments);
        for (var i = 0; i < text.Length; i++)
        {
            var width = WidthAt(text, i, length.Encoding);
            if (used + width > room)
            {
                parts.Add(text[start..i]);
                (start, used) = (i, 0);
            }

            used += width;
            i += length.Encoding == SmsEncoding.Ucs2 ? width - 1 : 0;
        }

        parts.Add(text[start..]);
        return parts.ToImmutable();
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
