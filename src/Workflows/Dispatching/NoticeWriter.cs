using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Templates;
using Notifieringar.Workflows.Answers;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>A notice in words.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Version">The template's version.</param>
/// <param name="FellBack">True when the family's own language is unknown or has no text.</param>
internal sealed record WrittenNotice(RenderedText Text, string Language, string Version, bool FellBack)
{
    /// <summary>Hash of what is given to the provider; a second try must be identical.</summary>
    public string HashFor(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{address}\n{Text.Subject}\n{Text.Body}")))[..32];
}

/// <summary>How an invitation is answered.</summary>
/// <param name="Url">The address of its page; null when nothing is asked.</param>
/// <param name="Code">The same code, for typing; null when nothing is asked.</param>
internal readonly record struct AnswerWay(string? Url, string? Code);

/// <summary>Finds the right text for a person and writes it.</summary>
/// <param name="definitions">Texts.</param>
/// <param name="occasions">What staff has written for an occasion.</param>
/// <param name="renderer">Scriban.</param>
/// <param name="codes">Answer codes.</param>
/// <param name="options">Where families find us.</param>
public sealed class NoticeWriter(DefinitionCache definitions, OccasionCache occasions, TextRenderer renderer, AnswerCodes codes, SendingOptions options)
{
    /// <summary>Writes a notice in the person's language, or in a named one, with the versions of the texts that were pinned.</summary>
    internal async Task<WrittenNotice?> WriteAsync(
        Recipient recipient, Invitation invitation, NoticeKey key, UnitRules rules, string? language, string pins, CancellationToken cancellation)
    {
        var ofStep = await definitions.TextsAsync(key.Programme, key.Step, pins, cancellation).ConfigureAwait(false);
        var texts = SendableTexts.Of([.. ofStep.Where(text => text.Key.Channel == key.Channel)], rules)
            .ToDictionary(text => text.Key.Language, StringComparer.OrdinalIgnoreCase);
        var choice = LanguageChoice.For(language ?? recipient.Person.Language, texts.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase));
        if (!texts.TryGetValue(choice.Language, out var text))
        {
            return null;
        }

        var about = await occasions.FindAsync(rules.Unit, invitation, cancellation).ConfigureAwait(false);
        return await RenderAsync(text, recipient, invitation, about, rules, cancellation).ConfigureAwait(false) is RenderOutcome.Rendered rendered
            ? new WrittenNotice(rendered.Text, choice.Language, text.Version, choice.FellBack)
            : null;
    }

    /// <summary>Writes one text as it stands.</summary>
    internal async Task<RenderOutcome> RenderAsync(
        TemplateText text, Recipient recipient, Invitation invitation, Occasion? about, UnitRules rules, CancellationToken cancellation)
    {
        var answer = await AnswerWayAsync(recipient.Person.Id, invitation, cancellation).ConfigureAwait(false);
        return renderer.Render(text, Facts(recipient, invitation, about, answer, rules, text.Key.Language), cancellation);
    }

    /// <summary>Where an invitation is answered, and the same code for typing; neither for a programme that asks nothing.</summary>
    internal async Task<AnswerWay> AnswerWayAsync(PersonId person, Invitation invitation, CancellationToken cancellation)
    {
        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        if (programmes.FirstOrDefault(one => one.Id == invitation.Programme) is not { Answers.IsEmpty: false })
        {
            return new AnswerWay(null, null);
        }

        var code = codes.CodeOf(person, invitation.Occasion, invitation.Sequence);
        return new AnswerWay($"{options.PublicUrl}/s/{code}", AnswerCodes.Printed(code));
    }

    /// <summary>Everything a text may say to a person about an invitation.</summary>
    internal static NoticeFacts Facts(Recipient recipient, Invitation invitation, Occasion? about, AnswerWay answer, UnitRules rules, string language) => new(
        language,
        recipient.Person.GivenName ?? recipient.Person.FamilyName,
        [.. NeverSend.LivingChildren(recipient, invitation).Select(child => child.FirstName)],
        invitation.IsTimed ? invitation.Starts : null,
        invitation.Minutes,
        invitation.AtThisHome,
        rules.ComesUnlessNo,
        rules.Name,
        rules.Phone,
        answer.Url,
        answer.Code,
        new OccasionFacts(
            invitation.Place,
            invitation is { IsTimed: false, Ends: { } ends } ? ends.Date : null,
            invitation.Items,
            invitation.Session,
            invitation.Sessions),
        about is null ? null : new CampaignFacts(about.Text, about.Link));
}
