namespace Notifieringar.Workflows.Importing;

/// <summary>Text whose letters were destroyed before it came here: nothing can bring them back, and a letter must not show them.</summary>
internal static class Garbled
{
    private const char Replacement = '\uFFFD';

    // å, ä, ö, Å, Ä, Ö, é and ü, when UTF-8 has been read as Windows-1252 and saved again.
    private static readonly string[] ReadTwice = ["Ã¥", "Ã¤", "Ã¶", "Ã…", "Ã„", "Ã–", "Ã©", "Ã¼"];

    public static bool IsIn(string field)
    {
        if (field.Contains(Replacement, StringComparison.Ordinal))
        {
            return true;
        }

        return field.Contains('Ã', StringComparison.Ordinal) && ReadTwice.Any(pair => field.Contains(pair, StringComparison.Ordinal));
    }
}
