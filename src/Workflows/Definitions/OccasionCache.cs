using System.Collections.Concurrent;
using Notifieringar.Model;
using Notifieringar.Records.Occasions;

namespace Notifieringar.Workflows.Definitions;

/// <summary>Occasions that many are invited to, as this instance last read them: edits are seen within a minute. Home visits are not kept:
/// each is read by one family's texts only, and they say nothing of it.</summary>
/// <param name="occasions">Occasions.</param>
/// <param name="time">Real time.</param>
public sealed class OccasionCache(OccasionTable occasions, TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(UnitId, OccasionId, int), (DateTimeOffset ReadAt, Occasion? Occasion)> _read = new();

    /// <summary>The occasion of an invitation.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="invitation">The invitation.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The occasion; null for a visit at home, or when it is gone.</returns>
    public async Task<Occasion?> FindAsync(UnitId unit, Invitation invitation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        if (invitation is { IsTimed: true, Place: null })
        {
            return null;
        }

        var key = (unit, invitation.Occasion, invitation.Sequence);
        var now = time.GetUtcNow();
        if (_read.TryGetValue(key, out var known) && now - known.ReadAt < Fresh)
        {
            return known.Occasion;
        }

        var occasion = await occasions.FindAsync(unit, invitation, cancellation).ConfigureAwait(false);
        if (_read.Count >= Most)
        {
            _read.Clear();
        }

        _read[key] = (now, occasion);
        return occasion;
    }
}
