using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Notifieringar.Scenarios.Letters;

/// <summary>Reads from a PDF of Chromium's which characters can be copied out of it, and the glyphs they are drawn with.</summary>
internal static partial class PdfFonts
{
    public static int Pages(ReadOnlyMemory<byte> pdf) => Page().Count(Encoding.Latin1.GetString(pdf.Span));

    /// <summary>Every character of the text: what the fonts' glyphs stand for, and what is written beside glyphs that stand for a part of one.</summary>
    public static HashSet<char> Characters(ReadOnlyMemory<byte> pdf) =>
    [
        .. GlyphsByCharacter(pdf).Select(g => g.Key),
        .. Streams(pdf).SelectMany(s => ActualText().Matches(s)).SelectMany(m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups[1].Value))),
    ];

    /// <summary>The glyphs of each character; the joined forms of an Arabic letter count as that letter.</summary>
    public static ILookup<char, string> GlyphsByCharacter(ReadOnlyMemory<byte> pdf) => Streams(pdf)
        .Where(s => s.Contains("begincmap", StringComparison.Ordinal))
        .SelectMany((map, font) => Mappings(map).Where(m => m.Character != 0).Select(m => (Character: $"{m.Character}".Normalize(NormalizationForm.FormKC)[0], Glyph: $"{font}:{m.Glyph}")))
        .ToLookup(m => m.Character, m => m.Glyph);

    private static IEnumerable<string> Streams(ReadOnlyMemory<byte> pdf)
    {
        var text = Encoding.Latin1.GetString(pdf.Span);
        foreach (Match start in StreamStart().Matches(text))
        {
            var from = start.Index + start.Length;
            using var packed = new MemoryStream(pdf[from..text.IndexOf("endstream", from, StringComparison.Ordinal)].ToArray());
            using var reader = new StreamReader(new ZLibStream(packed, CompressionMode.Decompress), Encoding.Latin1);
            yield return reader.ReadToEnd();
        }
    }

    private static IEnumerable<(int Glyph, char Character)> Mappings(string map)
    {
        foreach (Match section in Section().Matches(map))
        {
            var range = section.Groups[1].Value == "range";
            foreach (var line in section.Groups[2].Value.Split('\n'))
            {
                int[] hex = [.. Hex().Matches(line).Where(m => m.Groups[1].Length <= 4).Select(m => int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
                if (range && hex.Length == 3)
                {
                    for (var glyph = hex[0]; glyph <= hex[1]; glyph++)
                    {
                        yield return (glyph, (char)(hex[2] + glyph - hex[0]));
                    }
                }
                else if (!range && hex.Length == 2)
                {
                    yield return (hex[0], (char)hex[1]);
                }
            }
        }
    }

    [GeneratedRegex(@"/Type /Page\s")]
    private static partial Regex Page();

    [GeneratedRegex(@"/Filter /FlateDecode[^>]*>>\s*stream\r?\n")]
    private static partial Regex StreamStart();

    [GeneratedRegex(@"beginbf(char|range)\n(.*?)endbf", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("/ActualText <FEFF([0-9A-F]+)>")]
    private static partial Regex ActualText();

    [GeneratedRegex("<([0-9A-Fa-f]+)>")]
    private static partial Regex Hex();
}
