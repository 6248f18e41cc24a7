using Notifieringar.Model;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows.Reaching;

/// <summary>What came of a number's wish to be left alone.</summary>
/// <param name="Units">The units that will not send to it.</param>
/// <param name="IsDone">False when a household that is being imported must be looked at again.</param>
internal sealed record StopOutcome(int Units, bool IsDone);

/// <summary>Closes a phone number for SMS: in the unit it wrote to and in every unit that has it, whatever the programme.</summary>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="contacts">Who has a number.</param>
/// <param name="suppressions">What is remembered.</param>
/// <param name="close">Closes channels.</param>
/// <param name="definitions">Units.</param>
/// <param name="clock">Says when.</param>
/// <param name="time">Real time.</param>
public sealed class StopNumber(
    ContactHashes hashes,
    Contacts contacts,
    Suppressions suppressions,
    CloseChannel close,
    DefinitionCache definitions,
    IClock clock,
    TimeProvider time)
{
    private const int Parallel = 8;

    // An import writes who has a contact before it writes the household; none takes longer than this.
    private static readonly TimeSpan ImportTime = TimeSpan.FromHours(1);

    internal async Task<StopOutcome> RunAsync(PhoneNumber number, UnitId writtenTo, CancellationToken cancellation)
    {
        var hash = hashes.Of(number);
        var units = 0;
        var isDone = true;
        await System.Threading.Tasks.Parallel.ForEachAsync(
            await definitions.UnitsAsync(cancellation).ConfigureAwait(false),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
            async (rules, token) =>
            {
                var holders = await contacts.FindAsync(rules.Unit, hash, token).ConfigureAwait(false);
                if (holders.Count == 0 && rules.Unit != writtenTo)
                {
                    return;
                }

                // Remembered before the holders are closed: an import that writes them later brings them closed.
                var suppression = new Suppression(rules.Unit, hash, ClosedChannels.Sms, SuppressionReason.Stop, clock.GetCurrentInstant());
                await suppressions.PutAsync([suppression], token).ConfigureAwait(false);
                Interlocked.Increment(ref units);
                if (!await CloseAsync(rules, hash, token).ConfigureAwait(false))
                {
                    isDone = false;
                }
            }).ConfigureAwait(false);
        return new StopOutcome(units, isDone);
    }

    private async Task<bool> CloseAsync(UnitRules rules, string hash, CancellationToken cancellation)
    {
        var isDone = true;
        foreach (var (person, writtenAt) in await contacts.FindAsync(rules.Unit, hash, cancellation).ConfigureAwait(false))
        {
            var outcome = await close.ForHolderAsync(
                rules.Unit, Keys.Shard(person, rules.Shards), person, Channel.Sms, SuppressionReason.Stop, hash, cancellation).ConfigureAwait(false);
            isDone &= outcome != CloseOutcome.NoPerson || writtenAt < time.GetUtcNow() - ImportTime;
        }

        return isDone;
    }
}
