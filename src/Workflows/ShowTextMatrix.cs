using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Texts;
using Notifieringar.Templates;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Texts;

namespace Notifieringar.Workflows;

/// <summary>Shows which texts a programme has, and how each of them is.</summary>
/// <param name="cache">Programmes and texts.</param>
/// <param name="drafts">Drafts.</param>
public sealed class ShowTextMatrix(DefinitionCache cache, TextDrafts drafts)
{
    /// <summary>All programmes with the number of texts that somebody is working on.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The programmes.</returns>
    public async Task<ImmutableArray<(Programme Programme, int Drafts)>> ListAsync(CancellationToken cancellation)
    {
        var begun = (await drafts.ReadAsync(programme: null, cancellation).ConfigureAwait(false)).CountBy(draft => draft.Programme).ToDictionary(StringComparer.Ordinal);
        var programmes = await cache.ProgrammesAsync(cancellation).ConfigureAwait(false);
        return [.. programmes.Select(one => (one, begun.GetValueOrDefault(one.Id)))];
    }

    /// <summary>The texts of a programme.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="another">One more language to show, which may have no text yet; null for none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The texts; null when there is no such programme.</returns>
    public async Task<TextMatrix?> FindAsync(string programme, string? another, CancellationToken cancellation)
    {
        if ((await cache.ProgrammesAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == programme) is not { } found)
        {
            return null;
        }

        var read = await Task.WhenAll(found.Steps.Select(step => cache.TextsAsync(programme, step.Id, cancellation))).ConfigureAwait(false);
        var texts = read.SelectMany(ofStep => ofStep).ToDictionary(text => text.Key);
        var begun = (await drafts.ReadAsync(programme, cancellation).ConfigureAwait(false))
            .Select(draft => new TemplateKey(draft.Programme, draft.Step, draft.Channel, draft.Language)).ToHashSet();
        var languages = ShippedTexts.LanguagesOf(programme)
            .Concat(texts.Keys.Concat(begun).Select(key => key.Language).Order(StringComparer.Ordinal))
            .Concat(another is not null && Languages.IsTag(another) ? [another] : [])
            .Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        return new TextMatrix(found, languages, [.. found.Steps.SelectMany(step => Rows(found, step, languages, texts, begun))]);
    }

    private static IEnumerable<TextRow> Rows(
        Programme programme, Step step, ImmutableArray<string> languages, Dictionary<TemplateKey, TemplateText> texts, HashSet<TemplateKey> begun) =>
        from channel in step.Ladder.Select(rung => rung.Channel)
        where channel != Channel.Phone
        select new TextRow(
            step.Id, channel, [.. languages.Select(language => Cell(new TemplateKey(programme.Id, step.Id, channel, language), texts, begun))]);

    private static TextCell Cell(TemplateKey key, Dictionary<TemplateKey, TemplateText> texts, HashSet<TemplateKey> begun)
    {
        var text = texts.GetValueOrDefault(key);
        var swedish = texts.GetValueOrDefault(key with { Language = TextVersion.Swedish });
        return new TextCell(
            key,
            text is not null,
            begun.Contains(key),
            text is not null && swedish is not null && SendableTexts.IsStale(text, [swedish]),
            text?.IsReviewed ?? false);
    }
}
