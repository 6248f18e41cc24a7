using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Changes;
using NodaTime;

namespace Notifieringar.Workflows.Silencing;

/// <summary>Calls off coming visits to silenced homes. A visit to another home, or for a child that lives, goes on.</summary>
/// <param name="people">People.</param>
/// <param name="ledger">Writes to households.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="slots">Slots.</param>
/// <param name="interpreters">What is booked for visits.</param>
/// <param name="clock">Decides what is coming.</param>
public sealed class VisitCancelling(
    PeopleTable people, HouseholdLedger ledger, OccasionTable occasions, SlotTable slots, InterpreterBookings interpreters, IClock clock)
{
    private const int Attempts = 8;

    /// <summary>Calls off, and returns the guests who are not silenced but whose visit is off.</summary>
    internal async Task<IReadOnlyCollection<PersonId>> CancelAsync(
        UnitRules rules, Silence silence, IReadOnlyCollection<PersonId> households, CancellationToken cancellation)
    {
        var left = new SortedSet<PersonId>();
        foreach (var person in households)
        {
            foreach (var occasion in await OffAsync(rules, person, cancellation).ConfigureAwait(false))
            {
                await occasions.CancelAsync(occasion, silence.Id, cancellation).ConfigureAwait(false);
                await slots.FreeAsync(occasion, cancellation).ConfigureAwait(false);
                await interpreters.FollowAsync(rules, new VisitReference(occasion.Programme, occasion.Id), cancellation).ConfigureAwait(false);
                foreach (var guest in occasion.Guests.Except(households))
                {
                    await TellOffAsync(rules, guest, occasion, cancellation).ConfigureAwait(false);
                    left.Add(guest);
                }
            }
        }

        return left;
    }

    /// <summary>The coming visits to a home that end because of its silence.</summary>
    internal async Task<IReadOnlyList<Occasion>> OffAsync(UnitRules rules, PersonId person, CancellationToken cancellation)
    {
        var off = new List<Occasion>();
        var recipient = await ReadAsync(rules, person, cancellation).ConfigureAwait(false);
        foreach (var invitation in recipient?.Invitations ?? [])
        {
            if (invitation.AtThisHome && NeverSend.Reason(recipient!, invitation) is not null
                && Stockholm.MomentOf(invitation.Starts) > clock.GetCurrentInstant()
                && await occasions.FindAsync(rules.Unit, invitation, cancellation).ConfigureAwait(false) is { } occasion)
            {
                off.Add(occasion);
            }
        }

        return off;
    }

    private async Task TellOffAsync(UnitRules rules, PersonId guest, Occasion occasion, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var recipient = await ReadAsync(rules, guest, cancellation).ConfigureAwait(false);
            if (recipient?.Invitations.FirstOrDefault(one => one.Occasion == occasion.Id) is not { Cancelled: false }
                || await ledger.WriteAsync(
                    recipient,
                    Keys.Shard(guest, rules.Shards),
                    new HouseholdChange([], [occasion.Id]),
                    clock.GetCurrentInstant(),
                    cancellation).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new InvalidOperationException("A household kept changing while its visit was called off.");
    }

    private Task<Recipient?> ReadAsync(UnitRules rules, PersonId person, CancellationToken cancellation) =>
        people.ReadAsync(rules.Unit, Keys.Shard(person, rules.Shards), person, cancellation);
}
