using System.Globalization;
using System.Numerics;

namespace Scriban.Functions;

/// <summary>What must not be written out: .NET would try for as long as it takes.</summary>
internal static class FormatText
{
    private const int Longest = 64 * 1024;
    private const long MostBits = 256 * 1024;

    /// <summary>D999999999 asks for a text of two gigabytes.</summary>
    public static void Check(string format)
    {
        if (format is null)
        {
            return;
        }

        var digits = format.Length > 1 && char.IsAsciiLetter(format[0]) ? format.AsSpan(1) : [];
        var precision = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (format.Length > Longest || precision > Longest)
        {
            throw new ArgumentException($"The format asks for more than `{Longest}` characters.", nameof(format));
        }
    }

    /// <summary>Writing a number of so many digits takes time by the square of their count.</summary>
    public static void CheckDigits(object value)
    {
        if (value is BigInteger number && number.GetBitLength() > MostBits)
        {
            throw new InvalidOperationException($"An integer of more than `{MostBits}` bits cannot be printed.");
        }
    }
}
