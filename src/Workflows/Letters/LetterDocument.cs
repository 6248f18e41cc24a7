using System.Collections.Immutable;
using Notifieringar.Delivery.Letters;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.Dispatching;
using NodaTime;

namespace Notifieringar.Workflows.Letters;

/// <summary>Writes a letter: the family's language first, Swedish below; a family whose language we do not know is offered help in twelve.</summary>
/// <param name="writer">Texts.</param>
public sealed class LetterDocument(NoticeWriter writer)
{
    /// <summary>Writes it. A letter waits for hours and goes with the words that are right when it is printed, unless its campaign has pinned
    /// them.</summary>
    internal async Task<LetterToPrint?> WriteAsync(
        Recipient recipient, Invitation invitation, NoticeKey key, UnitRules rules, LocalDate date, string pins, CancellationToken cancellation)
    {
        var person = recipient.Person;
        var own = await writer.WriteAsync(recipient, invitation, key, rules, language: null, pins, cancellation).ConfigureAwait(false);
        if (own is null || person.Address is not { } address)
        {
            return null;
        }

        var swedish = IsSwedish(own.Language)
            ? null
            : await writer.WriteAsync(recipient, invitation, key, rules, Swedish, pins, cancellation).ConfigureAwait(false);
        if (!IsSwedish(own.Language) && swedish is null)
        {
            return null; // half a letter is no letter
        }

        var answer = await writer.AnswerWayAsync(person.Id, invitation, cancellation).ConfigureAwait(false);
        return Of(Reference(person.Id, key), [.. address.Lines(person.FullName ?? "")], rules, (own, swedish), person.Language is null, answer, date);
    }

    /// <summary>Puts a letter together of its words.</summary>
    internal static LetterToPrint Of(
        string reference,
        ImmutableArray<string> address,
        UnitRules rules,
        (WrittenNotice Own, WrittenNotice? Swedish) words,
        bool isLanguageUnknown,
        AnswerWay answer,
        LocalDate date) => new(
        reference,
        address,
        rules.Name,
        rules.ReturnAddress,
        TextOf(words.Own, words.Own.FellBack || isLanguageUnknown ? HelpInLanguages.Html(rules.Phone) : ""),
        words.Swedish is null ? null : TextOf(words.Swedish, ""),
        answer.Url,
        answer.Code,
        rules.Phone,
        PhraseTable.For(words.Own.Language).DateLine(date));

    /// <summary>True for Swedish and easy Swedish, which needs no Swedish below it.</summary>
    internal static bool IsSwedish(string language) => language == Swedish || language.StartsWith(Swedish + "-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The reference a letter carries through printing.</summary>
    internal static string Reference(PersonId person, NoticeKey key) => $"{person}~{key}";

    private const string Swedish = "sv";

    private static LetterText TextOf(WrittenNotice written, string after)
    {
        var phrases = PhraseTable.For(written.Language);
        return new LetterText(
            written.Language,
            Languages.IsRightToLeft(written.Language),
            written.Text.Body + after,
            phrases.AnswerCaption,
            phrases.CodeCaption);
    }
}
