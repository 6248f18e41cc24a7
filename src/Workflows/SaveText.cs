using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Texts;
using Notifieringar.Templates;
using Notifieringar.Templates.Checking;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Texts;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Publishes a text after it has been checked. Campaigns that are approved keep the version they were approved with.</summary>
/// <param name="templates">The Templates table.</param>
/// <param name="cache">What this instance has read.</param>
/// <param name="clock">When it was published.</param>
public sealed class SaveText(TemplateTable templates, DefinitionCache cache, IClock clock)
{
    /// <summary>Publishes a text. A translation remembers which Swedish version it says; new Swedish words make the other translations stale.</summary>
    /// <param name="key">What it is for.</param>
    /// <param name="source">The text (docs/templates-model.md).</param>
    /// <param name="isReviewed">True when a person who speaks the language has read it.</param>
    /// <param name="translatedFrom">The version of the Swedish text that was translated; null for the one that is published now.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public Task<SavedText> RunAsync(TemplateKey key, string source, bool isReviewed, string? translatedFrom, CancellationToken cancellation) =>
        RunAsync(new TextEdit(key, source, isReviewed, translatedFrom), cancellation);

    /// <summary>Publishes what somebody has edited.</summary>
    /// <param name="edit">The text, who publishes it, and what they have seen.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<SavedText> RunAsync(TextEdit edit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var (key, translatedFrom) = (edit.Key, edit.TranslatedFrom);
        cache.Forget(); // the programme may have been saved a moment ago, by another instance
        var programmes = await cache.ProgrammesAsync(cancellation).ConfigureAwait(false);
        var programme = programmes.FirstOrDefault(one => one.Id == key.Programme);
        if (Misplaced(key, programme?.StepNamed(key.Step)) is { } problem)
        {
            return new SavedText.Invalid(problem);
        }

        var known = await cache.TextsAsync(key.Programme, key.Step, cancellation).ConfigureAwait(false);
        var swedish = known.FirstOrDefault(other => other.Key == key with { Language = TextVersion.Swedish });
        if (key.Language != TextVersion.Swedish && translatedFrom is not null && translatedFrom != swedish?.Version)
        {
            return new SavedText.Outdated(swedish?.Version);
        }

        var text = Text(key, edit.Words, edit.IsReviewed, swedish);
        var findings = TextCheck.Of(text, programme!.Discretion, swedish);
        return findings.Any(finding => finding.Weight == FindingWeight.Error) ? new SavedText.Faulty(findings)
            : await PublishAsync(text, edit, cancellation).ConfigureAwait(false) ? new SavedText.Published(text.Version, findings, Stale(text, known))
            : new SavedText.Busy();
    }

    /// <summary>Publishes a translation's words once more, for the Swedish text as it is now: somebody has compared them and they still say the
    /// same.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="swedish">The version of the Swedish text that it was compared with.</param>
    /// <param name="isReviewed">True when a person who speaks the language has read it; one that was reviewed stays so.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public Task<SavedText> ConfirmAsync(TemplateKey key, string swedish, bool isReviewed, CancellationToken cancellation) =>
        ConfirmAsync(key, swedish, isReviewed, by: null, cancellation);

    /// <summary>Publishes a translation's words once more, and remembers who has compared them.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="swedish">The version of the Swedish text that it was compared with.</param>
    /// <param name="isReviewed">True when a person who speaks the language has read it; one that was reviewed stays so.</param>
    /// <param name="by">Who; null for whoever has the function key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<SavedText> ConfirmAsync(TemplateKey key, string swedish, bool isReviewed, string? by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        cache.Forget();
        var known = await cache.TextsAsync(key.Programme, key.Step, cancellation).ConfigureAwait(false);
        return known.FirstOrDefault(text => text.Key == key) is { } text && key.Language != TextVersion.Swedish
            ? await RunAsync(new TextEdit(key, text.Source, isReviewed || text.IsReviewed, swedish, by, text.Version), cancellation).ConfigureAwait(false)
            : new SavedText.Invalid("There is no such translation. Write it as the body, without stillRight.");
    }

    private static TemplateText Text(TemplateKey key, string source, bool isReviewed, TemplateText? swedish)
    {
        var from = key.Language == TextVersion.Swedish ? null : swedish?.Version;
        return new TemplateText(key, TextVersion.Edited(source, from), source, isReviewed, from);
    }

    private async Task<bool> PublishAsync(TemplateText text, TextEdit edit, CancellationToken cancellation)
    {
        var (programme, step, channel, language) = text.Key;
        var stored = new StoredText(
            programme, step, channel, language, text.Version, text.Source, Shipped: false, text.IsReviewed, text.TranslatedFrom, edit.By, clock.GetCurrentInstant());
        var isPublished = await templates.PublishAsync(stored, edit.Seen, cancellation).ConfigureAwait(false);
        cache.Forget();
        return isPublished;
    }

    private static ImmutableArray<string> Stale(TemplateText published, IEnumerable<TemplateText> known)
    {
        TemplateText[] now = [published, .. known.Where(other => other.Key.Channel == published.Key.Channel && other.Key != published.Key)];
        return [.. now.Where(text => SendableTexts.IsStale(text, now)).Select(text => text.Key.Language).Order(StringComparer.Ordinal)];
    }

    private static string? Misplaced(TemplateKey key, Step? step) => step switch
    {
        null => "There is no such programme or step. Save the programme first.",
        _ when step.Ladder.All(rung => rung.Channel != key.Channel) => "The step is not said on that channel. Add it to the step's ladder first.",
        _ when !Languages.IsTag(key.Language) => "language is a BCP 47 tag, such as sv or ar.",
        _ => null,
    };
}
