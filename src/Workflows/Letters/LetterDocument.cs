using Notifieringar.Delivery.Letters;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.Dispatching;
using NodaTime;

namespace Notifieringar.Workflows.Letters;

/// <summary>Writes a letter: the family's language first, Swedish below; a family whose language we do not know is offered help in ten.</summary>
/// <param name="writer">Texts.</param>
public sealed class LetterDocument(NoticeWriter writer)
{
    internal async Task<LetterToPrint?> WriteAsync(
        Recipient recipient, Invitation invitation, NoticeKey key, UnitRules rules, LocalDate date, CancellationToken cancellation)
    {
        var person = recipient.Person;
        var own = await writer.WriteAsync(recipient, invitation, key, rules, language: null, NoPins, cancellation).ConfigureAwait(false);
        if (own is null || person.Address is not { } address)
        {
            return null;
        }

        var swedish = own.Language == Swedish
            ? null
            : await writer.WriteAsync(recipient, invitation, key, rules, Swedish, NoPins, cancellation).ConfigureAwait(false);
        if (own.Language != Swedish && swedish is null)
        {
            return null; // half a letter is no letter
        }

        var needsHelp = own.FellBack || person.Language is null;
        return new LetterToPrint(
            Reference(person.Id, key),
            [.. address.Lines(person.FullName ?? "")],
            rules.Name,
            rules.ReturnAddress,
            TextOf(own, needsHelp ? HelpInLanguages.Html(rules.Phone) : ""),
            swedish is null ? null : TextOf(swedish, ""),
            writer.AnswerUrl(person.Id, invitation),
            writer.ShortCode(person.Id, invitation),
            rules.Phone,
            PhraseTable.For(own.Language).DateLine(date));
    }

    /// <summary>The reference a letter carries through printing.</summary>
    internal static string Reference(PersonId person, NoticeKey key) => $"{person}~{key}";

    private const string Swedish = "sv";

    // A letter waits for hours; it goes with the words that are right when it is printed.
    private const string NoPins = "";

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
