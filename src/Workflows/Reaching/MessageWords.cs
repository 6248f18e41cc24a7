namespace Notifieringar.Workflows.Reaching;

/// <summary>The words of a message, without the signs between them.</summary>
internal static class MessageWords
{
    public static string[] Of(string text) =>
        string.Concat(text.Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
