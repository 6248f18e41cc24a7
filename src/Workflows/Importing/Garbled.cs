namespace Notifieringar.Workflows.Importing;

/// <summary>Text whose letters were destroyed before it came here: nothing can bring them back, and a letter must not show them.</summary>
internal static class Garbled
{
    private const char Replacement = '\uFFFD';

    // No letter: what the mark of a byte order becomes when it is read the wrong way round. The framework refuses to normalise it.
    private const char NoLetter = '\uFFFE';

    // å, ä, ö, Å, Ä, Ö, é and ü, when UTF-8 has been read as Windows-1252 and saved again.
    private static readonly string[] ReadTwice = ["Ã¥", "Ã¤", "Ã¶", "Ã…", "Ã„", "Ã–", "Ã©", "Ã¼"];

    public static bool IsIn(string field)
    {
        if (field.AsSpan().ContainsAny(Replacement, NoLetter))
        {
            return true;
        }

        return field.Contains('Ã', StringComparison.Ordinal) && ReadTwice.Any(pair => field.Contains(pair, StringComparison.Ordinal));
    }

    /// <summary>A text that can be normalised: half a sign, and what is none, is the replacement character.</summary>
    public static string Whole(string text) => string.Concat(text.EnumerateRunes()).Replace(NoLetter, Replacement);
}
