using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Notifieringar.Templates;

/// <summary>Months, weekdays, clock times and the few fixed phrases of one language. Ours, not the operating system's: a server update must not change a letter.</summary>
public sealed class PhraseTable
{
    private static readonly FrozenDictionary<string, PhraseTable> Tables = Embedded.PathsUnder("Phrases/", ".json")
        .Select(path => (Language: Path.GetFileNameWithoutExtension(path), Phrases: PhraseFile.Read(path)))
        .ToFrozenDictionary(file => file.Language, file => new PhraseTable(file.Language, file.Phrases), StringComparer.Ordinal);

    private readonly PhraseFile _phrases;

    private PhraseTable(string language, PhraseFile phrases)
    {
        Language = language;
        _phrases = phrases;
    }

    /// <summary>Languages there is a table for.</summary>
    public static IReadOnlySet<string> Available { get; } = Tables.Keys.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The table's language.</summary>
    public string Language { get; }

    /// <summary>What stands by the answer address of a letter.</summary>
    public string AnswerCaption => _phrases.AnswerCaption;

    /// <summary>What stands by the code of a letter.</summary>
    public string CodeCaption => _phrases.CodeCaption;

    internal string EmailFooter => _phrases.EmailFooter;

    internal string EmailPhone => _phrases.EmailPhone;

    /// <summary>The table of a language, or of its base language, or the Swedish one.</summary>
    /// <param name="language">BCP 47 tag.</param>
    /// <returns>The table.</returns>
    public static PhraseTable For(string language) => Tables[LanguageChoice.For(language, Available).Language];

    /// <summary>The date of a letter, for example <c>4 mars 2025</c>.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The line.</returns>
    public string DateLine(LocalDate date) => Fill(_phrases.DateLine, date);

    /// <summary>A date with its weekday, without year, for example <c>tisdag 4 mars</c>.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The date.</returns>
    public string Date(LocalDate date) => Fill(_phrases.Date, date);

    /// <summary>The same, as short as the language writes it, for example <c>tis 4 mars</c>.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The date.</returns>
    public string ShortDate(LocalDate date) => Fill(_phrases.ShortDate, date);

    /// <summary>The weekday's name.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The name.</returns>
    public string Weekday(LocalDate date) => _phrases.Weekdays[(int)date.DayOfWeek - 1];

    /// <summary>A time of day by the 24-hour clock in Latin digits, for example <c>14.05</c> in Swedish and <c>14:05</c> in English.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The time.</returns>
    public string Time(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}{_phrases.TimeSeparator}{time.Minute:00}");

    internal ImmutableArray<ValuePart> DateParts(LocalDate date)
    {
        var text = new ValuePart(Date(date), Isolation.None);
        return _phrases.IsoAfterDate
            ? [text, new(" (", Isolation.None), new(Iso(date), Isolation.LeftToRight), new(")", Isolation.None)]
            : [text];
    }

    /// <summary>Names as one enumerates them in the language, each isolated from the direction of the text around it.</summary>
    internal ImmutableArray<ValuePart> ListParts(IReadOnlyList<string> names)
    {
        var parts = ImmutableArray.CreateBuilder<ValuePart>();
        for (var i = 0; i < names.Count; i++)
        {
            if (i > 0)
            {
                parts.Add(new ValuePart(i == names.Count - 1 ? _phrases.ListLast : _phrases.ListSeparator, Isolation.None));
            }

            parts.Add(new ValuePart(names[i], Isolation.FirstStrong));
        }

        return parts.ToImmutable();
    }

    private static string Iso(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    private string Fill(string pattern, LocalDate date) => pattern
        .Replace("{weekday}", Weekday(date), StringComparison.Ordinal)
        .Replace("{shortWeekday}", _phrases.ShortWeekdays[(int)date.DayOfWeek - 1], StringComparison.Ordinal)
        .Replace("{day}", date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", _phrases.Months[date.Month - 1], StringComparison.Ordinal)
        .Replace("{year}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
