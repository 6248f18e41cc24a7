namespace Notifieringar.Workflows.Reaching;

/// <summary>Whether a message asks us to stop. But for this and <see cref="WrongNumberWord"/>, nothing is ever understood from free text.</summary>
internal static class StopWord
{
    // "STOPP tack" and "Stopp, inga fler" ask; a sentence that begins with the word may say anything.
    private const int MostWords = 3;
    private static readonly string[] Words = ["STOPP", "STOP", "AVSLUTA"];

    public static bool IsAsked(string text)
    {
        var words = MessageWords.Of(text);
        return words.Length is > 0 and <= MostWords && Words.Contains(words[0], StringComparer.OrdinalIgnoreCase);
    }
}
