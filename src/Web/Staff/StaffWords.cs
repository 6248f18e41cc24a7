using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Notifieringar.Web.Family;

namespace Notifieringar.Web.Staff;

/// <summary>The words of staff's pages, by key: <c>Texts/{page}.{language}.json</c>, all files of a language together. Values stand in
/// braces.</summary>
internal sealed class StaffWords
{
    private const string Folder = "Staff/Texts/";
    private readonly ImmutableDictionary<string, string> _words;

    private StaffWords(string language)
    {
        Culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "sv-SE");
        _words = Embedded.Names(Folder, $".{language}.json")
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(Embedded.Read(file))!)
            .ToImmutableDictionary(StringComparer.Ordinal);
    }

    public static StaffWords Swedish { get; } = new("sv");

    public static StaffWords English { get; } = new("en");

    /// <summary>Those of the language in which this request is answered.</summary>
#pragma warning disable RS0030 // the one place that reads what StaffLanguage has chosen
    public static StaffWords Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Swedish;
#pragma warning restore RS0030

    /// <summary>How days and numbers are written.</summary>
    public CultureInfo Culture { get; }

    /// <summary>How names are put in order.</summary>
    public StringComparer Order => StringComparer.Create(Culture, ignoreCase: true);

    /// <summary>The language, as HTML names it.</summary>
    public string Language => Culture.TwoLetterISOLanguageName;

    /// <summary>A phrase.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that key: a fault of ours.</exception>
    public string this[string key] => _words[key];

    public IEnumerable<string> Keys => _words.Keys;

    /// <summary>A phrase if there is one: what comes from an address need not be a key.</summary>
    public string? Find(string key) => _words.GetValueOrDefault(key);

    /// <summary>A phrase with its values, as plain text.</summary>
    public string With(string key, params (string Name, object Value)[] values) => values.Aggregate(
        this[key], (text, value) => text.Replace($"{{{value.Name}}}", Convert.ToString(value.Value, Culture), StringComparison.Ordinal));
}
