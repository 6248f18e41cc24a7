using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Tells when the next letter run is printed, and how many letters wait for it by now.</summary>
/// <param name="waiting">Waiting letters.</param>
/// <param name="clock">The time now.</param>
public sealed class NextLetterRun(WaitingLetters waiting, IClock clock)
{
    /// <summary>Runs.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Local time at which it closes, and how many letters wait; some may be left out when it does.</returns>
    public async Task<(LocalDateTime ClosesAt, int Letters)> FindAsync(UnitRules rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var (_, closesAt) = LetterRunTime.Next(clock.GetCurrentInstant(), rules);
        return (Stockholm.LocalOf(closesAt), await waiting.CountAsync(rules.Unit, closesAt, cancellation).ConfigureAwait(false));
    }
}
