using System.Security.Cryptography;
using System.Text;

namespace Notifieringar.Templates;

/// <summary>A text's version stands for its words and, in a translation, for the Swedish version they were written from: the same words from newer
/// Swedish are another version, so that what was pinned before stays as it was.</summary>
public static class TextVersion
{
    /// <summary>The language that all others are translated from.</summary>
    public const string Swedish = "sv";

    private const int Digits = 12;

    /// <summary>The version of a text that this product ships.</summary>
    /// <param name="source">The text.</param>
    /// <param name="translatedFrom">The version of the Swedish text; null for Swedish.</param>
    /// <returns>The version.</returns>
    public static string Shipped(string source, string? translatedFrom) => $"shipped-{Hash(source, translatedFrom)}";

    /// <summary>The version of a text that somebody has published.</summary>
    /// <param name="source">The text.</param>
    /// <param name="translatedFrom">The version of the Swedish text; null for Swedish.</param>
    /// <returns>The version.</returns>
    public static string Edited(string source, string? translatedFrom) => $"edited-{Hash(source, translatedFrom)}";

    /// <summary>Tells whether two versions of a Swedish text have the same words, whoever wrote them: an edit may be taken back.</summary>
    /// <param name="version">One version.</param>
    /// <param name="other">The other; null for one that nobody knows.</param>
    /// <returns>True for the same words.</returns>
    public static bool HasSameWords(string version, string? other)
    {
        ArgumentNullException.ThrowIfNull(version);
        return other is not null && WordsOf(version).SequenceEqual(WordsOf(other));
    }

    private static ReadOnlySpan<char> WordsOf(string version) => version.AsSpan(version.LastIndexOf('-') + 1);

    private static string Hash(string source, string? translatedFrom) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(translatedFrom is null ? source : $"{source}\n{translatedFrom}")))[..Digits];
}
