using Notifieringar.Model;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows.Reaching;

/// <summary>What the holder of a number has said.</summary>
internal enum NumberWord
{
    /// <summary>To be left alone.</summary>
    Stop,

    /// <summary>That we mean somebody else.</summary>
    WrongNumber,
}

/// <summary>What came of a number's wish to be left alone.</summary>
/// <param name="Units">The units that will not send to it.</param>
/// <param name="IsDone">False when a household that is being imported must be looked at again.</param>
internal sealed record StopOutcome(int Units, bool IsDone);

/// <summary>Closes a phone number for SMS, whatever the programme: in the unit it wrote to and, when it asks for it, in every unit that has it. A
/// wrong number is taken off the households too, in the unit it wrote to: what it is to another unit nobody has said.</summary>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="contacts">Who has a number.</param>
/// <param name="suppressions">What is remembered.</param>
/// <param name="close">Closes channels.</param>
/// <param name="remove">Takes numbers off households.</param>
/// <param name="definitions">Units.</param>
/// <param name="clock">Says when.</param>
/// <param name="time">Real time.</param>
public sealed class StopNumber(
    ContactHashes hashes,
    Contacts contacts,
    Suppressions suppressions,
    CloseChannel close,
    RemoveNumber remove,
    DefinitionCache definitions,
    IClock clock,
    TimeProvider time)
{
    private const int Parallel = 8;

    // An import writes who has a contact before it writes the household; none takes longer than this.
    private static readonly TimeSpan ImportTime = TimeSpan.FromHours(1);

    internal async Task<StopOutcome> RunAsync(NumberWord word, PhoneNumber number, UnitId writtenTo, CancellationToken cancellation)
    {
        var hash = hashes.Of(number);
        var units = 0;
        var isDone = true;
        await System.Threading.Tasks.Parallel.ForEachAsync(
            await definitions.UnitsAsync(cancellation).ConfigureAwait(false),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
            async (rules, token) =>
            {
                if (word == NumberWord.WrongNumber && writtenTo != Inbox.AnyUnit && rules.Unit != writtenTo)
                {
                    return;
                }

                var holders = await contacts.FindAsync(rules.Unit, hash, token).ConfigureAwait(false);
                if (holders.Count == 0 && rules.Unit != writtenTo)
                {
                    return;
                }

                // Remembered before the holders are closed: an import that writes them later brings them closed.
                var suppression = new Suppression(rules.Unit, hash, ClosedChannels.Sms, SuppressionReason.Stop, clock.GetCurrentInstant(), word == NumberWord.WrongNumber);
                await suppressions.PutAsync([suppression], token).ConfigureAwait(false);
                Interlocked.Increment(ref units);
                if (!await CloseAsync(word, rules, hash, token).ConfigureAwait(false))
                {
                    isDone = false;
                }
            }).ConfigureAwait(false);
        return new StopOutcome(units, isDone);
    }

    private async Task<bool> CloseAsync(NumberWord word, UnitRules rules, string hash, CancellationToken cancellation)
    {
        var isDone = true;
        foreach (var (person, writtenAt) in await contacts.FindAsync(rules.Unit, hash, cancellation).ConfigureAwait(false))
        {
            var shard = Keys.Shard(person, rules.Shards);
            var outcome = word == NumberWord.WrongNumber
                ? await remove.RunAsync(rules.Unit, shard, person, hash, cancellation).ConfigureAwait(false)
                : await close.ForHolderAsync(rules.Unit, shard, person, Channel.Sms, SuppressionReason.Stop, hash, cancellation).ConfigureAwait(false);
            isDone &= outcome != CloseOutcome.NoPerson || writtenAt < time.GetUtcNow() - ImportTime;
        }

        return isDone;
    }
}
