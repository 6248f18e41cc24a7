using Notifieringar.Model;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Pickups;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Notes that something has been collected: nothing more is said of it. Twice is as once.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="people">People.</param>
/// <param name="occasions">What lies to be collected.</param>
/// <param name="ledger">Writes what is not said.</param>
/// <param name="due">Due notices.</param>
/// <param name="letters">Waiting letters.</param>
/// <param name="clock">The time now.</param>
public sealed class CollectPickup(
    DefinitionCache definitions, PeopleTable people, OccasionTable occasions, HouseholdLedger ledger, DueNotices due, WaitingLetters letters, IClock clock)
{
    private const int Attempts = 8;
    private static readonly PickupOutcome None = new PickupOutcome.Unknown("There is no such pickup in this unit.");

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">The pickup's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The pickup, or that there is none.</returns>
    public async Task<PickupOutcome> RunAsync(UnitId unit, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Split('~') is not [var text, var occasion] || !Ids.IsWellFormed(text))
        {
            return None;
        }

        var person = new PersonId(text);
        var rules = await definitions.UnitAsync(unit, cancellation).ConfigureAwait(false);
        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Work before the person: what is put there later belongs to a claim that can no longer be made.
            var open = (await due.OfAsync(unit, person, cancellation).ConfigureAwait(false)).Where(one => one.Occasion.Value == occasion).ToList();
            var waiting = (await letters.OfAsync(unit, person, cancellation).ConfigureAwait(false)).Where(one => one.Key.Occasion == occasion).ToList();
            var shard = Keys.Shard(person, rules.Shards);
            var recipient = await people.ReadAsync(unit, shard, person, cancellation).ConfigureAwait(false);
            if (recipient?.Invitations.FirstOrDefault(one => one.Occasion.Value == occasion) is not { } invitation
                || programmes.FirstOrDefault(one => one.Id == invitation.Programme) is not { Occasion.Kind: OccasionKind.Pickup } programme)
            {
                return None;
            }

            var now = clock.GetCurrentInstant();
            var skipped = PickupStop.Of(recipient, invitation, programme, waiting.Select(letter => letter.Key).ToHashSet(), now).ToList();
            if (await ledger.WriteAsync(recipient, shard, new HouseholdChange([.. skipped], []), now, cancellation).ConfigureAwait(false))
            {
                var settled = skipped.Select(notice => notice.Key.Step).ToHashSet(StringComparer.Ordinal);
                await due.RemoveAsync(open.Where(one => settled.Contains(one.Step)), cancellation).ConfigureAwait(false);
                await letters.RemoveAsync(waiting.Where(letter => skipped.Exists(notice => notice.Key == letter.Key)), cancellation).ConfigureAwait(false);
                await occasions.CollectAsync(unit, invitation, cancellation).ConfigureAwait(false);
                return new PickupOutcome.Done(PickupView.Of(person, invitation));
            }
        }

        throw new InvalidOperationException("A person kept changing while something was collected.");
    }
}
