using System.Collections.Frozen;

namespace Notifieringar.Templates;

/// <summary>What must be known about a language to set its text.</summary>
public static class Languages
{
    private const int LongestTag = 20;

    private static readonly FrozenSet<string> RightToLeft =
        new[] { "ar", "arc", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "syr", "ug", "ur", "yi" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> OwnNames = new Dictionary<string, string>
    {
        ["am"] = "አማርኛ",
        ["ar"] = "العربية",
        ["bs"] = "bosanski",
        ["ckb"] = "کوردیی ناوەندی",
        ["da"] = "dansk",
        ["de"] = "Deutsch",
        ["en"] = "English",
        ["es"] = "español",
        ["fa"] = "فارسی",
        ["fi"] = "suomi",
        ["fr"] = "français",
        ["hr"] = "hrvatski",
        ["kmr"] = "kurmancî",
        ["nb"] = "norsk",
        ["pl"] = "polski",
        ["prs"] = "دری",
        ["ps"] = "پښتو",
        ["ro"] = "română",
        ["ru"] = "русский",
        ["so"] = "Soomaali",
        ["sq"] = "shqip",
        ["sr"] = "српски",
        ["sv"] = "svenska",
        ["sv-x-lattlast"] = "lättläst svenska",
        ["th"] = "ไทย",
        ["ti"] = "ትግርኛ",
        ["tr"] = "Türkçe",
        ["uk"] = "українська",
        ["ur"] = "اردو",
        ["vi"] = "Tiếng Việt",
        ["zh"] = "中文",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Tells whether a word may name a language.</summary>
    /// <param name="tag">The word.</param>
    /// <returns>True for letters and hyphens, at most twenty.</returns>
    public static bool IsTag(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.Length is > 0 and <= LongestTag && tag.All(sign => char.IsAsciiLetter(sign) || sign == '-');
    }

    /// <summary>Tells whether a language is written from right to left.</summary>
    /// <param name="tag">BCP 47 tag; a script subtag, as in <c>ku-Arab</c>, decides before the language does.</param>
    /// <returns>True for right to left.</returns>
    public static bool IsRightToLeft(string tag)
    {
        var parts = Normal(tag).Split('-');
        return Array.Find(parts, part => part.Length == 4) switch
        {
            "arab" or "hebr" or "syrc" or "thaa" => true,
            { } script when char.IsAsciiLetter(script[0]) => false,
            _ => RightToLeft.Contains(parts[0]),
        };
    }

    /// <summary>The language's name in the language itself, for a choice of languages.</summary>
    /// <param name="tag">BCP 47 tag.</param>
    /// <returns>The name; the tag itself for a language we have no name for.</returns>
    public static string OwnName(string tag) =>
        OwnNames.TryGetValue(Normal(tag), out var exact) ? exact
        : OwnNames.TryGetValue(Base(tag), out var name) ? name
        : tag;

    /// <summary>Lower case with hyphens: imports bring <c>sv_SE</c> and <c>AR</c> too.</summary>
    internal static string Normal(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.Trim().Replace('_', '-').ToLowerInvariant();
    }

    internal static string Base(string tag) => Normal(tag).Split('-')[0];
}
