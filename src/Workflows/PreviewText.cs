using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Templates;
using Notifieringar.Workflows.Letters;
using Notifieringar.Workflows.TestMessages;
using Notifieringar.Workflows.Texts;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Shows a text as an invented family would get it from a unit: written and laid out as in earnest, kept and sent nowhere.</summary>
/// <param name="writing">Writes.</param>
/// <param name="delivery">Lays letters out.</param>
/// <param name="clock">The occasion is some weeks from now.</param>
public sealed class PreviewText(TestWriting writing, TestDelivery delivery, IClock clock)
{
    /// <summary>The families there are, the usual one first.</summary>
    public static IReadOnlyList<string> Families { get; } = [TestFamily.Usual, .. TestFamily.Names.Where(name => name != TestFamily.Usual)];

    /// <summary>Shows a text.</summary>
    /// <param name="rules">The unit it is sent from.</param>
    /// <param name="text">The text.</param>
    /// <param name="source">Its words as they are so far.</param>
    /// <param name="family">One of <see cref="Families"/>; another name is the usual one.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The text, or why there is none.</returns>
    public async Task<PreviewedText> RunAsync(UnitRules rules, EditedText text, string source, string? family, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(source);
        var now = clock.GetCurrentInstant();
        var reader = Family(family, rules.Unit, text.Key.Language, Stockholm.LocalOf(now).Date);
        var about = new TestCase(text.Programme, rules, reader, now);
        if (text.Key.Channel switch { Channel.Sms => reader.Person.Phone is null, Channel.Email => reader.Person.Email is null, _ => false })
        {
            return new PreviewedText.NoWay();
        }

        var own = new TemplateText(text.Key, "draft", TextEdit.WordsOf(source));
        return await writing.RenderAsync(about, own, cancellation).ConfigureAwait(false) switch
        {
            RenderOutcome.Rendered rendered => await ShownAsync(about, text, own, rendered.Text, cancellation).ConfigureAwait(false),
            RenderOutcome.MissingValue missing => new PreviewedText.Lacking(missing.Path),
            RenderOutcome.BrokenTemplate broken => new PreviewedText.Broken(broken.Line, broken.Message),
            _ => throw new ArgumentOutOfRangeException(nameof(text)),
        };
    }

    private async Task<PreviewedText> ShownAsync(TestCase about, EditedText text, TemplateText own, RenderedText words, CancellationToken cancellation)
    {
        var (rules, language) = (about.Rules, text.Key.Language);
        return text.Key.Channel switch
        {
            Channel.Sms => new PreviewedText.Sms(rules.SmsSender, words.Body, SmsLength.Count(words.Body), SmsLength.Parts(words.Body)),
            Channel.Email => new PreviewedText.Email(
                rules.Name,
                EmailLayout.Wrap(words, language, rules.Name, rules.Phone),
                EmailLayout.Wrap(new RenderedText("", "", ""), language, rules.Name, rules.Phone).Html),
            _ => await LetterAsync(about, text, own, words, cancellation).ConfigureAwait(false),
        };
    }

    // As families get it: Swedish stands below every other language.
    private async Task<PreviewedText> LetterAsync(TestCase about, EditedText text, TemplateText own, RenderedText words, CancellationToken cancellation)
    {
        RenderedText? below = null;
        if (!LetterDocument.IsSwedish(text.Key.Language))
        {
            var key = text.Key with { Language = TextVersion.Swedish };
            below = text.Swedish is { } swedish
                && await writing.RenderAsync(about, new TemplateText(key, swedish.Version, swedish.Source), cancellation).ConfigureAwait(false)
                    is RenderOutcome.Rendered rendered ? rendered.Text : null;
            if (below is null)
            {
                return new PreviewedText.NoSwedish();
            }
        }

        var letter = await writing.LetterAsync(about, own, words, below, cancellation).ConfigureAwait(false);
        letter = letter with { DateLine = PhraseTable.For(text.Key.Language).DateLine(about.Today) };
        return new PreviewedText.Letter(
            await delivery.LayOutAsync(about.Rules, letter, cancellation).ConfigureAwait(false), TestDelivery.EnvelopeOf(about.Rules));
    }

    private static Recipient Family(string? name, UnitId unit, string language, LocalDate today) =>
        TestFamily.Find(name, unit, language, today) ?? TestFamily.Find(TestFamily.Usual, unit, language, today)!;
}
