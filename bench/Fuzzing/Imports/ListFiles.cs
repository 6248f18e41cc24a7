using System.Globalization;
using System.Text;

namespace Notifieringar.Bench.Fuzzing.Imports;

/// <summary>Lists to try: as registers and spreadsheets write them, and then damaged. Seed and number determine a list, so a finding can be
/// repeated alone.</summary>
internal sealed class ListFiles(int seed)
{
    /// <summary>Stands in values only: a finding that holds it repeats what was written about a family.</summary>
    public const string Marker = "Qvxzprov";

    private const int Usual = 40;
    private const int Many = 1500;

    private static readonly string[] Separators = [";", ",", "\t", "|"];
    private static readonly string[] LineEnds = ["\r\n", "\r\n", "\n", "\n", "\r"];

    private static readonly string[] Headings =
    [
        "Hushåll", "Barn", "Vårdnadshavare förnamn", "Vårdnadshavare efternamn", "C/o", "Adress", "Postnummer", "Ort", "Mobil", "Nummer från", "E-post",
        "Språk", "Barnets förnamn", "Födelsedatum", "Bor här", "Avliden", "Skyddad", "Avböjt", "Anteckning",
    ];

    private static readonly Encoding[] Encodings = MakeEncodings();

    public ListFile this[int number]
    {
        get
        {
            var random = new Random(unchecked((seed * 486187739) + (number * 16777619) + 1566083941));
            var text = Written(random, number % 50 == 0 ? Many : random.Next(Usual));
            for (var left = random.Next(6); left > 0; left--)
            {
                text = ListMutation.OfText(text, random);
            }

            var encoding = Encodings[random.Next(Encodings.Length)];
            byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes(text)];
            for (var left = random.Next(4) * random.Next(2); left > 0; left--)
            {
                bytes = ListMutation.OfBytes(bytes, random);
            }

            return new ListFile(number, bytes);
        }
    }

    private static string Written(Random random, int rows)
    {
        var (separator, lineEnd) = (Separators[random.Next(Separators.Length)], LineEnds[random.Next(LineEnds.Length)]);
        var columns = Enumerable.Range(0, Headings.Length).Where(_ => random.Next(12) > 0).ToArray();
        if (random.Next(4) == 0)
        {
            random.Shuffle(columns);
        }

        var lines = Enumerable.Range(1, rows).Select(row => string.Join(separator, columns.Select(column => Cell(column, row, random))));
        return string.Join(lineEnd, lines.Prepend(string.Join(separator, columns.Select(column => Headings[column])))) + (random.Next(3) > 0 ? lineEnd : "");
    }

    private static string Cell(int column, int row, Random random) => column switch
    {
        0 => $"H{row}",
        1 => $"B{row}",
        2 or 3 or 12 => random.Next(15) == 0 ? ListMutation.Cell(random) : $"{Marker}{(char)('a' + (row % 26))}",
        5 => $"{Marker}stigen {row}",
        6 => "998 10",
        7 => "Provby",
        8 => string.Create(CultureInfo.InvariantCulture, $"070-17406{random.Next(5, 100):00}"),
        9 => "familjen",
        10 => $"{Marker}{row}@example.se",
        11 => random.Next(3) == 0 ? "arabiska" : "sv",
        13 => string.Create(CultureInfo.InvariantCulture, $"2026-{random.Next(1, 13):00}-{random.Next(1, 29):00}"),
        14 => "J",
        18 => random.Next(4) == 0 ? $"\"{Marker} två\nrader\"" : Marker,
        _ => random.Next(9) == 0 ? "J" : "",
    };

    private static Encoding[] MakeEncodings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return
        [
            Encoding.GetEncoding(1252), Encoding.GetEncoding(1252), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), new UTF8Encoding(false),
            Encoding.Unicode, Encoding.BigEndianUnicode, new UnicodeEncoding(bigEndian: false, byteOrderMark: false), new UTF32Encoding(), Encoding.Latin1,
        ];
    }
}
