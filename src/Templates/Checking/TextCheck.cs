using System.Collections.Immutable;
using Notifieringar.Model;

namespace Notifieringar.Templates.Checking;

/// <summary>The questions a text answers without being run.</summary>
public static class TextCheck
{
    /// <summary>Checks one text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="discretion">What may be seen of its programme.</param>
    /// <param name="swedish">The Swedish text of the same step and channel, to compare a translation with; null when there is none.</param>
    /// <returns>What was found, in the order of the text.</returns>
    public static ImmutableArray<TextFinding> Of(TemplateText text, Discretion discretion, TemplateText? swedish = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var taken = new CheckedText(text);
        var agreement = swedish is null || swedish.Key == text.Key ? [] : PlaceholderAgreement.Between(taken, new CheckedText(swedish));
        return
        [
            .. SyntaxErrors.In(taken)
                .Concat(UnknownNames.In(taken))
                .Concat(EmailSubject.In(taken))
                .Concat(agreement)
                .Concat(PersonalNumbers.In(taken))
                .Concat(DiscreetWords.In(taken, discretion))
                .Concat(SmsCharacters.In(taken))
                .Concat(SmsParts.In(taken))
                .OrderBy(finding => finding.Line)
                .ThenBy(finding => finding.Column),
        ];
    }

    /// <summary>Checks all texts of a step: each alone, the translations against the Swedish text, and which are missing.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="step">One of its steps.</param>
    /// <param name="texts">The texts there are; those of other steps are left aside.</param>
    /// <param name="languages">The languages there should be texts in, Swedish among them.</param>
    /// <returns>What was found, text by text.</returns>
    public static ImmutableArray<TextFinding> OfStep(Programme programme, Step step, IReadOnlyCollection<TemplateText> texts, IEnumerable<string> languages)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(languages);
        var own = texts.Where(text => text.Key.Programme == programme.Id && text.Key.Step == step.Id).ToList();
        return
        [
            .. MissingTexts.In(programme, step, own, languages),
            .. own.SelectMany(text => Of(text, programme.Discretion, own.Find(other => other.Key == text.Key with { Language = "sv" }))),
        ];
    }

    /// <summary>How long an SMS becomes at its longest, with example values.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its length; null for other channels and for a text that cannot be read.</returns>
    public static SmsLength? LongestSms(TemplateText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SmsParts.Of(new CheckedText(text));
    }
}
