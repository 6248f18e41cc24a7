using NodaTime;
using Notifieringar.Records.Imports;

namespace Notifieringar.Workflows.Importing;

/// <summary>What a unit's earlier files were like, so that a new one can be held against them.</summary>
/// <param name="Children">The most children that one of the last month's has named, or the last one's when there was none that month.</param>
/// <param name="Last">The last one that was stored.</param>
internal sealed record EarlierImports(int Children, ImportReference Last)
{
    /// <summary>With fewer children than this in a file, a few families more or less are a large share of it.</summary>
    public const int FewestChildren = 20;

    private static readonly Duration Month = Duration.FromDays(31);

    /// <summary>Looks at a unit's imports.</summary>
    /// <param name="imports">All of them, in the order they came.</param>
    /// <param name="now">The new one.</param>
    /// <returns>Null when no file was stored before it.</returns>
    public static EarlierImports? Of(IReadOnlyList<KeptImport> imports, KeptImport now)
    {
        var stored = imports
            .Where(import => import is { State: ImportState.Done, Children: not null })
            .Where(import => import.Reference != now.Reference && import.ReceivedAt <= now.ReceivedAt)
            .Where(import => !IsAddendum(import))
            .ToList();
        if (stored.Count == 0)
        {
            return null;
        }

        // What staff have confirmed is how it is now; files before it are no measure any more.
        var since = stored.Skip(Math.Max(0, stored.FindLastIndex(import => import.IsConfirmed)));
        var month = since.Where(import => import.ReceivedAt >= now.ReceivedAt - Month).Select(import => import.Children!.Value);
        return new EarlierImports(month.DefaultIfEmpty(stored[^1].Children!.Value).Max(), stored[^1].Reference);
    }

    // Confirmed though it held only a few families: something extra, which says nothing of how long the list is.
    private static bool IsAddendum(KeptImport import) => import.IsConfirmed && import.Children < FewestChildren;
}
