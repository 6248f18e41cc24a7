using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Silencing;
using Notifieringar.Workflows.Erasing;
using NodaTime.Text;

namespace Notifieringar.Workflows;

/// <summary>A part of a letter run that staff must post before an erasure can be done.</summary>
/// <param name="Run">The run's local date, <c>yyyy-MM-dd</c>.</param>
/// <param name="Part">From 1.</param>
/// <param name="ToPull">First pages of letters to take out of the pile before.</param>
public sealed record PartToPost(string Run, int Part, ImmutableArray<int> ToPull);

/// <summary>How far an erasure has come: no names and no ids of people.</summary>
/// <param name="Erasure">Its id.</param>
/// <param name="OrderedAt">When it was ordered.</param>
/// <param name="DoneAt">When all was gone; null while it is in progress.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="Stopped">What was stopped: notices, letters, visits; null before that is known.</param>
/// <param name="ToPost">What staff must do before it can be done: their PDFs hold other families' letters too, and are removed when the parts
/// are posted. PDFs of parts that were posted before are removed at once.</param>
/// <param name="MayComeBack">False while an import may not bring the household back.</param>
public sealed record ShownErasure(
    string Erasure,
    DateTimeOffset OrderedAt,
    DateTimeOffset? DoneAt,
    string By,
    SilenceReceipt? Stopped,
    ImmutableArray<PartToPost> ToPost,
    bool MayComeBack);

/// <summary>Shows an erasure, and lets its household come back.</summary>
/// <param name="journal">The journal.</param>
/// <param name="letters">Printed letters.</param>
/// <param name="erased">Who may not come back.</param>
public sealed class ShowErasure(ErasureJournal journal, LetterForgetting letters, ErasedHouseholds erased)
{
    /// <summary>Shows.</summary>
    /// <param name="reference">Which.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The erasure; null when there is none.</returns>
    public async Task<ShownErasure?> FindAsync(ErasureReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (await journal.FindAsync(reference, cancellation).ConfigureAwait(false) is not { } record)
        {
            return null;
        }

        var unit = new UnitId(reference.Unit);
        var parts = ImmutableArray.CreateBuilder<PartToPost>();
        if (await journal.OpenAsync(reference, cancellation).ConfigureAwait(false) is { } open)
        {
            await foreach (var found in letters.FindAsync(unit, open.Person, cancellation).ConfigureAwait(false))
            {
                if (found.Part is { Printed: true, Posted: false } && !found.Letters.IsEmpty)
                {
                    parts.Add(new PartToPost(LocalDatePattern.Iso.Format(found.Part.RunDate), found.Part.Part, [.. found.Letters.Select(letter => letter.FirstPage)]));
                }
            }
        }

        var kept = await erased.ReadAsync(unit, cancellation).ConfigureAwait(false);
        return new ShownErasure(
            record.Erasure, record.OrderedAt, record.DoneAt, record.By, record.Stopped, parts.ToImmutable(), !kept.Contains(record.Erasure));
    }

    /// <summary>Lets the household come back with the next import, when the family has asked for it.</summary>
    /// <param name="reference">Which erasure.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<ErasureOutcome> LiftAsync(ErasureReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        switch (await journal.FindAsync(reference, cancellation).ConfigureAwait(false))
        {
            case null:
                return new ErasureOutcome.Unknown("There is no such erasure.");
            case { DoneAt: null }:
                return new ErasureOutcome.Early("The erasure is not done yet. Look at what it waits for, and try again when it is.");
            default:
                await erased.LiftAsync(new UnitId(reference.Unit), reference.Erasure, cancellation).ConfigureAwait(false);
                return new ErasureOutcome.Lifted();
        }
    }
}
