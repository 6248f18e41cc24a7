using Microsoft.Extensions.Logging;
using Notifieringar.Records.Texts;
using Notifieringar.Templates;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows;

/// <summary>Puts shipped programmes and texts into their tables, without overwriting what an administrator has edited.</summary>
/// <param name="templates">The Templates table.</param>
/// <param name="definitions">The Programmes table.</param>
/// <param name="cache">What this instance has read.</param>
/// <param name="logger">Log.</param>
public sealed partial class SeedTexts(TemplateTable templates, DefinitionTable definitions, DefinitionCache cache, ILogger<SeedTexts> logger)
{
    private const int AtOnce = 8;

    /// <summary>Runs.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When all are in place.</returns>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var added = 0;
        await Parallel.ForEachAsync(
            ShippedTexts.All,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (text, token) =>
            {
                var (programme, step, channel, language) = text.Key;
                var stored = new StoredText(programme, step, channel, language, text.Version, text.Source, Shipped: true, text.IsReviewed, text.TranslatedFrom);
                if (await templates.SeedAsync(stored, token).ConfigureAwait(false))
                {
                    Interlocked.Increment(ref added);
                }
            }).ConfigureAwait(false);

        // Programmes last: once a programme is there, visits are planned and its texts are needed.
        foreach (var (id, json) in ShippedProgrammes.Sources)
        {
            await definitions.SeedAsync(DefinitionTable.Programmes, id, json, cancellation).ConfigureAwait(false);
        }

        cache.Forget();
        Log.Seeded(logger, added, ShippedTexts.All.Length);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Shipped texts in place: {Added} new of {Total}.")]
        public static partial void Seeded(ILogger logger, int added, int total);
    }
}
