using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows.Changes;

/// <summary>Moves an occasion: its row, everybody's invitation with a new code, the slot. Every step may be done again.</summary>
/// <param name="definitions">Programmes.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="slots">Slots.</param>
/// <param name="people">People.</param>
/// <param name="changing">Changes invitations.</param>
/// <param name="callList">Staff's list.</param>
public sealed class OccasionMoving(
    DefinitionCache definitions, OccasionTable occasions, SlotTable slots, PeopleTable people, InvitationChanging changing, CallList callList)
{
    /// <summary>Moves, and returns false when it cannot be: another visit has the time. Nothing is changed then, and a person finds a new time.</summary>
    internal async Task<bool> RunAsync(UnitRules rules, OccasionChange change, CancellationToken cancellation)
    {
        var programme = await definitions.ProgrammeAsync(change.Programme, cancellation).ConfigureAwait(false);
        var (row, isLost) = await RowAsync(rules, change, cancellation).ConfigureAwait(false);
        if (row is not { } moved)
        {
            return !isLost;
        }

        var steps = ChangedSteps.After(programme, StepAnchor.Moved);
        foreach (var person in await changing.InvitedAsync(rules, moved, cancellation).ConfigureAwait(false))
        {
            var changed = await changing.ApplyAsync(
                rules, programme, person, change.Occasion, (recipient, before) => Moved(recipient, before, change), cancellation).ConfigureAwait(false);
            if (changed is not { } now || now.Invitation.Sequence != change.Sequence)
            {
                continue; // erased, or moved on since
            }

            if (steps.IsEmpty && person != change.Person && ChangedSteps.MayBeTold(now.Recipient, now.Invitation))
            {
                await ListAsync(rules, person, change, SkipReason.ToPhone, cancellation).ConfigureAwait(false);
            }

            var said = ChangedSteps.AfterMove(programme, now.Recipient.Person, now.Invitation, rules);
            await changing.PutDueAsync(rules, programme, now.Recipient.Person, now.Invitation, said, cancellation).ConfigureAwait(false);
        }

        await LeaveOldAsync(rules, moved, change, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>The invitation as moved. Staff who move what a family wanted at another time have spoken with it: it is asked anew.</summary>
    internal static Invitation Moved(Recipient recipient, Invitation before, OccasionChange change)
    {
        var isChooser = recipient.Person.Id == change.Person;
        var mayComeBack = change.Person is not null && NeverSend.Reason(recipient, before with { Cancelled = false }) is null;
        return before.Sequence >= change.Sequence ? before : before with
        {
            Starts = change.To!.Starts,
            Ends = change.To.Ends,
            Place = change.To.Place ?? before.Place,
            Sequence = change.Sequence,
            Changed = change.OrderedAt,
            Cancelled = before.Cancelled && !mayComeBack,
            Answer = isChooser ? Answer.Yes : before.Answer == Answer.AnotherTime ? Answer.None : before.Answer,
            Rebookings = before.Rebookings + (isChooser ? 1 : 0),
        };
    }

    private async Task<(Occasion? Row, bool IsLost)> RowAsync(UnitRules rules, OccasionChange change, CancellationToken cancellation)
    {
        var to = change.To!;
        if (await occasions.FindAsync(rules.Unit, change.Programme, to.Starts, change.Occasion, cancellation).ConfigureAwait(false) is { } there
            && there.Sequence >= change.Sequence)
        {
            return (there, false);
        }

        if (await occasions.FindAsync(rules.Unit, change.Programme, change.Starts, change.Occasion, cancellation).ConfigureAwait(false) is not { } old)
        {
            return (null, false);
        }

        if (to.Visitors.Length > 0 && !await slots.TakeAsync(rules.Unit, to.Starts, to.Visitors, change.Occasion, cancellation).ConfigureAwait(false))
        {
            await ListAsync(rules, change.Person ?? old.Home ?? default, change, SkipReason.NoFreeTime, cancellation).ConfigureAwait(false);
            return (null, true);
        }

        var moved = old with
        {
            Starts = to.Starts,
            Ends = to.Ends,
            Place = to.Place ?? old.Place,
            Visitors = to.Visitors,
            Sequence = change.Sequence,
            CancelledBy = change.Person is not null && OccasionChange.HasCancelled(old) ? null : old.CancelledBy,
        };
        await occasions.PutAsync(moved, cancellation).ConfigureAwait(false);
        return (moved, false);
    }

    private async Task LeaveOldAsync(UnitRules rules, Occasion moved, OccasionChange change, CancellationToken cancellation)
    {
        if (change.Visitors.Length > 0 && (change.Starts, change.Visitors) != (change.To!.Starts, change.To.Visitors))
        {
            await slots.FreeAsync(rules.Unit, change.Starts, change.Visitors, change.Occasion, cancellation).ConfigureAwait(false);
        }

        if (moved.Starts != change.Starts)
        {
            await occasions.RemoveAsync(moved with { Starts = change.Starts }, cancellation).ConfigureAwait(false);
        }

        // A home that was silenced meanwhile found the visit at its old time only.
        if (moved.Home is { } home
            && await people.ReadAsync(rules.Unit, Keys.Shard(home, rules.Shards), home, cancellation).ConfigureAwait(false) is { } recipient
            && recipient.Invitations.FirstOrDefault(one => one.Occasion == moved.Id) is { } invitation
            && NeverSend.Reason(recipient, invitation) is not null)
        {
            await occasions.CancelAsync(moved, "silence", cancellation).ConfigureAwait(false);
            await slots.FreeAsync(moved, cancellation).ConfigureAwait(false);
        }
    }

    private Task ListAsync(UnitRules rules, PersonId person, OccasionChange change, SkipReason reason, CancellationToken cancellation)
    {
        var key = new NoticeKey(change.Programme, change.Occasion.Value, change.Sequence, "moved", Channel.Phone);
        return callList.AddAsync([new ListedNotice(rules.Unit, person, key, reason)], change.OrderedAt, cancellation);
    }
}
