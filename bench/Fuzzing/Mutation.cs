namespace Notifieringar.Bench.Fuzzing;

/// <summary>Small changes to a template, as slips of the hand and ill will make them.</summary>
internal static class Mutation
{
    private const int MostPieces = 20_000;

    public static void Apply(List<string> pieces, Func<string> another, Random random)
    {
        if (pieces.Count == 0)
        {
            pieces.Add("{{ }}");
        }

        var at = random.Next(pieces.Count);
        switch (random.Next(11))
        {
            case 0:
                pieces.RemoveAt(at);
                break;
            case 1:
                pieces.Insert(at, pieces[random.Next(pieces.Count)]);
                break;
            case 2:
                (pieces[at], pieces[^1]) = (pieces[random.Next(pieces.Count)], pieces[at]);
                break;
            case 3:
                pieces.Insert(at, Words.Any(random));
                break;
            case 4:
                pieces[at] = Words.Any(random);
                break;
            case 5:
                pieces.RemoveRange(at, random.Next(pieces.Count - at));
                break;
            case 6:
                pieces.InsertRange(at, Part(Pieces.Of(another()), random));
                break;
            case 7:
                Repeat(pieces, at, random);
                break;
            case 8:
                Wrap(pieces, "{{ for i in 1..900 }}", "{{ end }}");
                break;
            case 9:
                Wrap(pieces, "{{ func f }}", "{{ end }}{{ f; f | string.size; f | array.size }}");
                break;
            default:
                pieces[at] = Damaged(pieces[at], random);
                break;
        }
    }

    private static List<string> Part(List<string> pieces, Random random)
    {
        var start = random.Next(pieces.Count + 1);
        return pieces.GetRange(start, random.Next(pieces.Count - start + 1));
    }

    private static void Repeat(List<string> pieces, int at, Random random)
    {
        var part = pieces.GetRange(at, Math.Min(random.Next(1, 6), pieces.Count - at));
        var times = random.Next(3) == 0 ? random.Next(2000) : random.Next(8);
        for (; times > 0 && pieces.Count < MostPieces; times--)
        {
            pieces.InsertRange(at, part);
        }
    }

    private static void Wrap(List<string> pieces, string before, string after)
    {
        pieces.Insert(0, before);
        pieces.Add(after);
    }

    private static string Damaged(string piece, Random random)
    {
        var at = random.Next(piece.Length + 1);
        return piece.Insert(at, ((char)random.Next(random.Next(2) == 0 ? 128 : 0xFFFF)).ToString());
    }
}
