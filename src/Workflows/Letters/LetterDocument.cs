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
        var needsHelp = own.FellBack || person.Language is null;
        return new LetterToPrint(
            Reference(person.Id, key),
            [.. address.Lines(person.FullName ?? "")],
            rules.Name,
            rules.ReturnAddress,
            TextOf(own, needsHelp ? HelpInLanguages.Html(rules.Phone) : ""),
            swedish is null ? null : TextOf(swedish, ""),
            answer.Url,
            answer.Code,
            rules.Phone,
            PhraseTable.For(own.Language).DateLine(date));
    }

    /// <summary>The reference a letter carries through printing.</summary>
    internal static string Reference(PersonId person, NoticeKey key) => $"{person}~{key}";

    private const string Swedish = "sv";

    // Easy Swedish needs no Swedish below it.
    private static bool IsSwedish(string language) => language == Swedish || language.StartsWith(Swedish + "-", StringComparison.OrdinalIgnoreCase);

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
