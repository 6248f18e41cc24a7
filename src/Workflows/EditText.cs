using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Texts;
using Notifieringar.Templates;
using Notifieringar.Templates.Checking;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Texts;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Works on a text: a draft is kept beside what is published, and never sent.</summary>
/// <param name="templates">What is published.</param>
/// <param name="drafts">Drafts.</param>
/// <param name="save">Publishes.</param>
/// <param name="cache">Programmes.</param>
/// <param name="clock">When a draft was saved.</param>
public sealed class EditText(TemplateTable templates, TextDrafts drafts, SaveText save, DefinitionCache cache, IClock clock)
{
    /// <summary>The longest draft, in characters; no text may be longer either.</summary>
    public const int Longest = 30_000; // a table keeps 32 K characters in one value

    /// <summary>Finds a text to edit, as it is now.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The text, also when nobody has written it yet; null when there is no place for it.</returns>
    public async Task<EditedText?> FindAsync(TemplateKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (await PlaceAsync(key, cancellation).ConfigureAwait(false) is not var (programme, step))
        {
            return null;
        }

        var own = templates.VersionsAsync(key.Programme, key.Step, key.Channel, key.Language, cancellation);
        var isSwedish = key.Language == TextVersion.Swedish;
        var original = isSwedish ? own : templates.VersionsAsync(key.Programme, key.Step, key.Channel, TextVersion.Swedish, cancellation);
        var draft = await drafts.FindAsync(key.Programme, key.Step, key.Channel, key.Language, cancellation).ConfigureAwait(false);
        return EditedTexts.Of((programme, step, key), await own.ConfigureAwait(false), isSwedish ? (null, []) : await original.ConfigureAwait(false), draft);
    }

    /// <summary>Checks words before anything is kept of them.</summary>
    /// <param name="text">The text they are for.</param>
    /// <param name="source">The words.</param>
    /// <returns>What was found, in the order of the text.</returns>
    public static ImmutableArray<TextFinding> Check(EditedText text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(source);
        var swedish = text.Swedish is { } original
            ? new TemplateText(text.Key with { Language = TextVersion.Swedish }, original.Version, original.Source)
            : null;
        return TextCheck.Of(new TemplateText(text.Key, "draft", TextEdit.WordsOf(source)), text.Programme.Discretion, swedish);
    }

    /// <summary>Saves a draft. It may be broken: it is not sent.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="source">The words.</param>
    /// <param name="by">Who.</param>
    /// <param name="version">The draft's version that they have seen; empty for none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<DraftOutcome> SaveAsync(TemplateKey key, string source, string by, string version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(source);
        var words = TextEdit.WordsOf(source);
        return words.Length > Longest ? DraftOutcome.TooLong
            : await PlaceAsync(key, cancellation).ConfigureAwait(false) is null ? DraftOutcome.Unknown
            : await drafts.SaveAsync(Draft(key, words, by, version), cancellation).ConfigureAwait(false) ? DraftOutcome.Done
            : DraftOutcome.Changed;
    }

    /// <summary>Discards a draft that was seen.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="version">The draft's version that was seen.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<DraftOutcome> DiscardAsync(TemplateKey key, string version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        return string.IsNullOrEmpty(version) ? DraftOutcome.Unknown
            : await drafts.DiscardAsync(Draft(key, "", "", version), cancellation).ConfigureAwait(false) ? DraftOutcome.Done
            : DraftOutcome.Changed;
    }

    /// <summary>Makes a draft of an earlier version's words. They are sent only when somebody publishes them: they may say what is no longer
    /// so.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="version">The version to go back to.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it; <see cref="DraftOutcome.Changed"/> when there is a draft already, which is not written over.</returns>
    public async Task<DraftOutcome> RestoreAsync(TemplateKey key, string version, string by, CancellationToken cancellation)
    {
        var text = await FindAsync(key, cancellation).ConfigureAwait(false);
        return text?.Versions.FirstOrDefault(one => one.Version == version) is not { } earlier ? DraftOutcome.Unknown
            : await drafts.SaveAsync(Draft(key, earlier.Source, by, ""), cancellation).ConfigureAwait(false) ? DraftOutcome.Done
            : DraftOutcome.Changed;
    }

    /// <summary>Publishes words, and discards the draft they come from.</summary>
    /// <param name="edit">The text.</param>
    /// <param name="draft">The draft's version that was seen; empty for none. A draft that somebody has saved since stays.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<SavedText> PublishAsync(TextEdit edit, string draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (edit.Words.Length > Longest)
        {
            return new SavedText.Invalid($"A text is at most {Longest} characters long.");
        }

        var outcome = await save.RunAsync(edit, cancellation).ConfigureAwait(false);
        if (outcome is SavedText.Published && !string.IsNullOrEmpty(draft))
        {
            await drafts.DiscardAsync(Draft(edit.Key, "", "", draft), cancellation).ConfigureAwait(false);
        }

        return outcome;
    }

    private async Task<(Programme Programme, Step Step)?> PlaceAsync(TemplateKey key, CancellationToken cancellation)
    {
        var programme = (await cache.ProgrammesAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == key.Programme);
        return programme?.StepNamed(key.Step) is { } step && step.Ladder.Any(rung => rung.Channel == key.Channel) && key.Channel != Channel.Phone && Languages.IsTag(key.Language)
            ? (programme, step)
            : null;
    }

    private TextDraft Draft(TemplateKey key, string source, string by, string version) =>
        new(key.Programme, key.Step, key.Channel, key.Language, source, by, clock.GetCurrentInstant(), version);
}
