namespace Notifieringar.Workflows.Reaching;

/// <summary>Whether a message says that we write to somebody we do not mean (domain.md T84): FEL NUMMER, FELNUMMER, or FEL and nothing else.</summary>
internal static class WrongNumberWord
{
    // "Fel nummer tack" says so; "Fel nummer på porten i brevet" says something else, and so does "Fel tid".
    private const int MostWords = 3;

    private static readonly string[][] Words = [["FELNUMMER"], ["FEL", "NUMMER"], ["FEL", "NR"], ["WRONG", "NUMBER"]];

    public static bool IsSaid(string text)
    {
        var words = MessageWords.Of(text);
        return words is [var only] && only.Equals("FEL", StringComparison.OrdinalIgnoreCase)
            || (words.Length <= MostWords && Words.Any(said => words.Take(said.Length).SequenceEqual(said, StringComparer.OrdinalIgnoreCase)));
    }
}
