using Notifieringar.Templates;

namespace Notifieringar.Workflows.Texts;

/// <summary>A text that somebody wants published.</summary>
/// <param name="Key">What it is for.</param>
/// <param name="Source">The text as it came.</param>
/// <param name="IsReviewed">True when a person who speaks the language has read it.</param>
/// <param name="TranslatedFrom">The version of the Swedish text that was translated; null for the one that is published now.</param>
/// <param name="By">Who, an opaque id; null for whoever has the function key.</param>
/// <param name="Seen">The published version that they have seen, empty for none; null when it does not matter.</param>
public sealed record TextEdit(
    TemplateKey Key, string Source, bool IsReviewed, string? TranslatedFrom, string? By = null, string? Seen = null)
{
    /// <summary>The text as it is kept: browsers send line ends of two characters.</summary>
    public string Words => WordsOf(Source);

    /// <summary>Words as they are kept.</summary>
    /// <param name="source">As they came.</param>
    /// <returns>The words.</returns>
    public static string WordsOf(string source) => source.Replace("\r\n", "\n", StringComparison.Ordinal);
}
