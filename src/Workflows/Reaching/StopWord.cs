namespace Notifieringar.Workflows.Reaching;

/// <summary>Whether a message asks us to stop. Everything else is for staff to read: nothing else is ever understood from free text.</summary>
internal static class StopWord
{
    // "STOPP tack" and "Stopp, inga fler" ask; a sentence that begins with the word may say anything.
    private const int MostWords = 3;
    private static readonly string[] Words = ["STOPP", "STOP", "AVSLUTA"];

    public static bool IsAsked(string text)
    {
        var words = string.Concat(text.Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords && Words.Contains(words[0], StringComparer.OrdinalIgnoreCase);
    }
}
