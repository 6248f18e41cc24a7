using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifieringar.Templates;

/// <summary>Phrases/&lt;language&gt;.json as it stands. Patterns hold {weekday}, {shortWeekday}, {day}, {month} and {year}.</summary>
internal sealed record PhraseFile(
    ImmutableArray<string> Months,
    ImmutableArray<string> Weekdays,
    ImmutableArray<string> ShortWeekdays,
    string Date,
    string ShortDate,
    string DateLine,
    bool IsoAfterDate,
    string TimeSeparator,
    string ListSeparator,
    string ListLast,
    string AnswerCaption,
    string CodeCaption,
    string EmailFooter,
    string EmailPhone)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static PhraseFile Read(string path)
    {
        var file = JsonSerializer.Deserialize<PhraseFile>(Embedded.Read(path), Strict)!;
        return file.Months.Length == 12 && file.Weekdays.Length == 7 && file.ShortWeekdays.Length == 7
            ? file
            : throw new InvalidOperationException($"{path} must name twelve months and seven weekdays from Monday.");
    }
}
