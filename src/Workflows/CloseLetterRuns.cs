using Notifieringar.Records.Letters;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows;

/// <summary>Finds letter runs that have closed and queues them for printing.</summary>
/// <param name="waiting">Waiting letters.</param>
/// <param name="queues">Queues.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class CloseLetterRuns(WaitingLetters waiting, Queues queues, IClock clock)
{
    /// <summary>Runs.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When every closed run is queued.</returns>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var closed = new SortedSet<(string Unit, string RunDate)>();
        await foreach (var letter in waiting.BelowAsync(clock.GetCurrentInstant(), cancellation).ConfigureAwait(false))
        {
            closed.Add((letter.Unit.Value, LocalDatePattern.Iso.Format(letter.RunDate)));
        }

        foreach (var (unit, runDate) in closed)
        {
            await queues.SendAsync(Queues.LetterRuns, new LetterRunReference(unit, runDate), delay: null, cancellation).ConfigureAwait(false);
        }
    }
}
