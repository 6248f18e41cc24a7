using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows.Reporting;

/// <summary>Counts what should have left long ago.</summary>
/// <param name="due">Due notices.</param>
/// <param name="chunks">Chunks: a campaign's people stand in no other Work.</param>
public sealed class LateNotices(DueNotices due, ChunkTable chunks)
{
    private const int Most = 500;

    // Of all units: one who looks at a page must not read a whole country's evening.
    private const int MostRead = 1000;

    private static readonly Duration Patience = Duration.FromMinutes(30);

    internal async Task<LateCount> CountAsync(UnitId unit, Instant now, CancellationToken cancellation)
    {
        var before = EndOfHourBefore(now - Patience);
        var (own, read) = (await chunks.CountLateAsync(unit, before, cancellation).ConfigureAwait(false), 0);
        await foreach (var notice in due.BelowAsync(before, cancellation).ConfigureAwait(false))
        {
            own += notice.Unit == unit ? 1 : 0;
            if (own >= Most || ++read == MostRead)
            {
                return new LateCount(Math.Min(own, Most), IsMore: true);
            }
        }

        return new LateCount(own, IsMore: false);
    }

    // Work is kept by the hour: only hours that are past as a whole are read, so that nothing is read that is not due.
    private static Instant EndOfHourBefore(Instant moment) =>
        Instant.FromUnixTimeSeconds(moment.ToUnixTimeSeconds() / 3600 * 3600) - Duration.Epsilon;
}
