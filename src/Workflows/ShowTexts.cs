using System.Collections.Immutable;
using Notifieringar.Templates;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows;

/// <summary>A published text as administrators see it.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Version">Its version.</param>
/// <param name="Shipped">True while nobody has published another.</param>
/// <param name="Reviewed">True when a person who speaks the language has read it.</param>
/// <param name="TranslatedFrom">The version of the Swedish text that it was translated from; null for Swedish.</param>
/// <param name="Stale">True when the Swedish text has changed since.</param>
/// <param name="Source">The text.</param>
public sealed record ShownText(
    string Language, string Channel, string Version, bool Shipped, bool Reviewed, string? TranslatedFrom, bool Stale, string Source);

/// <summary>Shows the published texts of a step, and which translations are stale.</summary>
/// <param name="cache">What this instance has read.</param>
public sealed class ShowTexts(DefinitionCache cache)
{
    /// <summary>Runs.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The texts by channel and language; none when there is no such step.</returns>
    public async Task<ImmutableArray<ShownText>> RunAsync(string programme, string step, CancellationToken cancellation)
    {
        var texts = await cache.TextsAsync(programme, step, cancellation).ConfigureAwait(false);
        return
        [
            .. texts.OrderBy(text => text.Key.Channel).ThenBy(text => text.Key.Language, StringComparer.Ordinal).Select(text => new ShownText(
                text.Key.Language,
                text.Key.Channel.ToString(),
                text.Version,
                text.IsShipped,
                text.IsReviewed,
                text.TranslatedFrom,
                SendableTexts.IsStale(text, texts),
                text.Source)),
        ];
    }
}
