using System.Collections.Frozen;

namespace Notifieringar.Workflows.Importing;

/// <summary>Languages by the names and tags that lists use: Swedish, English and the language's own.</summary>
public static class LanguageNames
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["sv"] = ["svenska", "swedish", "swe", "se-sv"],
        ["sv-x-lattlast"] = ["lättläst svenska", "lättläst", "enkel svenska"],
        ["en"] = ["engelska", "english", "eng"],
        ["ar"] = ["arabiska", "arabic", "العربية", "عربي", "ara"],
        ["so"] = ["somaliska", "somali", "soomaali", "af-soomaali", "som"],
        ["ti"] = ["tigrinska", "tigrinja", "tigrinya", "ትግርኛ", "tir"],
        ["am"] = ["amhariska", "amharic", "አማርኛ", "amh"],
        ["fa"] = ["persiska", "farsi", "persian", "فارسی", "fas", "per"],
        ["prs"] = ["dari", "دری"],
        ["ps"] = ["pashto", "pashtu", "پښتو", "pus"],
        ["ckb"] = ["sorani", "kurdiska (sorani)", "kurdiska sorani", "centralkurdiska", "سۆرانی"],
        ["kmr"] = ["kurmanji", "kurmanci", "kurmancî", "kurdiska (kurmanji)", "kurdiska kurmanji", "nordkurdiska"],
        ["tr"] = ["turkiska", "turkish", "türkçe", "tur"],
        ["pl"] = ["polska", "polish", "polski", "pol"],
        ["uk"] = ["ukrainska", "ukrainian", "українська", "ukr"],
        ["ru"] = ["ryska", "russian", "русский", "rus"],
        ["fi"] = ["finska", "finnish", "suomi", "fin"],
        ["bs"] = ["bosniska", "bosnian", "bosanski", "bos"],
        ["hr"] = ["kroatiska", "croatian", "hrvatski", "hrv"],
        ["sr"] = ["serbiska", "serbian", "srpski", "српски", "srp"],
        ["sq"] = ["albanska", "albanian", "shqip", "sqi"],
        ["es"] = ["spanska", "spanish", "español", "spa"],
        ["pt"] = ["portugisiska", "portuguese", "português", "por"],
        ["fr"] = ["franska", "french", "français", "fra"],
        ["de"] = ["tyska", "german", "deutsch", "deu"],
        ["nl"] = ["nederländska", "holländska", "dutch", "nld"],
        ["da"] = ["danska", "danish", "dansk", "dan"],
        ["no"] = ["norska", "norwegian", "norsk", "nor", "nb", "nn"],
        ["ro"] = ["rumänska", "romanian", "română", "ron"],
        ["bg"] = ["bulgariska", "bulgarian", "български", "bul"],
        ["hu"] = ["ungerska", "hungarian", "magyar", "hun"],
        ["el"] = ["grekiska", "greek", "ελληνικά", "ell"],
        ["lt"] = ["litauiska", "lithuanian", "lietuvių", "lit"],
        ["lv"] = ["lettiska", "latvian", "latviešu", "lav"],
        ["et"] = ["estniska", "estonian", "eesti", "est"],
        ["ur"] = ["urdu", "اردو", "urd"],
        ["hi"] = ["hindi", "हिन्दी", "hin"],
        ["bn"] = ["bengali", "bangla", "বাংলা", "ben"],
        ["th"] = ["thailändska", "thai", "ไทย", "tha"],
        ["vi"] = ["vietnamesiska", "vietnamese", "tiếng việt", "vie"],
        ["zh"] = ["kinesiska", "chinese", "中文", "mandarin", "zho"],
        ["sw"] = ["swahili", "kiswahili", "swa"],
        ["se"] = ["nordsamiska", "samiska", "northern sami", "davvisámegiella", "sme"],
        ["smj"] = ["lulesamiska", "lule sami"],
        ["sma"] = ["sydsamiska", "southern sami"],
        ["fit"] = ["meänkieli"],
        ["rom"] = ["romani", "romani chib"],
        ["yi"] = ["jiddisch", "yiddish", "ייִדיש", "yid"],
    };

    private static readonly FrozenDictionary<string, string> Tags = Names
        .SelectMany(language => language.Value.Append(language.Key).Select(name => (Name: name, Tag: language.Key)))
        .ToFrozenDictionary(name => name.Name, name => name.Tag, StringComparer.OrdinalIgnoreCase);

    /// <summary>A language's Swedish name, for staff.</summary>
    /// <param name="tag">BCP 47 tag.</param>
    /// <returns>The name; the tag itself for one that is not known here.</returns>
    public static string InSwedish(string tag) => Names.TryGetValue(tag, out var names) ? names[0] : tag;

    /// <summary>The tag, of the first language named when there are several; null when none is known.</summary>
    internal static string? Tag(string text)
    {
        if (Tags.TryGetValue(text, out var whole))
        {
            return whole;
        }

        var first = text.Split([',', '/', ';', '+', '&'], 2)[0].Trim();
        return Tags.TryGetValue(first, out var tag) || Tags.TryGetValue(first.Split(['-', '_', '('], 2)[0].Trim(), out tag) ? tag : null;
    }
}
