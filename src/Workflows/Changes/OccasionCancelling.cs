using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows.Changes;

/// <summary>Calls an occasion off, or says that the visitors are late. Whom no message reaches in time stands on top of staff's list.</summary>
/// <param name="definitions">Programmes.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="slots">Slots.</param>
/// <param name="changing">Changes invitations.</param>
/// <param name="callList">Staff's list.</param>
public sealed class OccasionCancelling(
    DefinitionCache definitions, OccasionTable occasions, SlotTable slots, InvitationChanging changing, CallList callList)
{
    internal async Task CancelAsync(UnitRules rules, OccasionChange change, CancellationToken cancellation)
    {
        var programme = await definitions.ProgrammeAsync(change.Programme, cancellation).ConfigureAwait(false);
        if (await occasions.FindAsync(rules.Unit, change.Programme, change.Starts, change.Occasion, cancellation).ConfigureAwait(false) is not { } occasion)
        {
            return;
        }

        await occasions.CancelAsync(occasion, change.Canceller, cancellation).ConfigureAwait(false);
        var steps = ChangedSteps.After(programme, StepAnchor.Cancelled);
        foreach (var person in await changing.InvitedAsync(rules, occasion, cancellation).ConfigureAwait(false))
        {
            // One that a silence has called off is not spoken of.
            var changed = await changing.ApplyAsync(
                rules,
                programme,
                person,
                change.Occasion,
                (_, before) => before.Cancelled ? before : before with { Cancelled = true, Changed = change.OrderedAt },
                cancellation).ConfigureAwait(false);
            if (changed is { } now && now.Invitation.Changed == change.OrderedAt)
            {
                await TellAsync(rules, programme, now, steps, SkipReason.VisitCancelled, cancellation).ConfigureAwait(false);
            }
        }

        if (occasion.Visitors.Length > 0)
        {
            await slots.FreeAsync(occasion, cancellation).ConfigureAwait(false);
        }
    }

    internal async Task LateAsync(UnitRules rules, OccasionChange change, CancellationToken cancellation)
    {
        var programme = await definitions.ProgrammeAsync(change.Programme, cancellation).ConfigureAwait(false);
        if (await occasions.FindAsync(rules.Unit, change.Programme, change.Starts, change.Occasion, cancellation).ConfigureAwait(false) is not { } occasion)
        {
            return;
        }

        // Each time has a step of its own: the same thing is never said twice.
        var steps = ChangedSteps.After(programme, StepAnchor.Late);
        foreach (var person in await changing.InvitedAsync(rules, occasion, cancellation).ConfigureAwait(false))
        {
            var changed = await changing.ApplyAsync(
                rules, programme, person, change.Occasion, (_, before) => before.Cancelled ? before : before with { Changed = change.OrderedAt }, cancellation)
                .ConfigureAwait(false);
            if (changed is { Invitation: { Cancelled: false } } now && (now.Invitation.AtThisHome || occasion.Home is null))
            {
                await TellAsync(rules, programme, now, [.. steps.Skip(change.Sequence - 1).Take(1)], SkipReason.ToPhone, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task TellAsync(
        UnitRules rules,
        Programme programme,
        (Recipient Recipient, Invitation Invitation) now,
        System.Collections.Immutable.ImmutableArray<Step> steps,
        SkipReason reason,
        CancellationToken cancellation)
    {
        var (recipient, invitation) = now;
        if (ChangedSteps.ReachesAtOnce(recipient.Person, steps))
        {
            await changing.PutDueAsync(rules, programme, recipient.Person, invitation, steps, cancellation).ConfigureAwait(false);
        }
        else if (ChangedSteps.MayBeTold(recipient, invitation))
        {
            var step = steps.IsEmpty ? "changed" : steps[0].Id;
            var key = new NoticeKey(programme.Id, invitation.Occasion.Value, invitation.Sequence, step, Channel.Phone);
            await callList.AddAsync(
                [new ListedNotice(rules.Unit, recipient.Person.Id, key, reason, IsUrgent: true)],
                invitation.Changed ?? Instant.MinValue,
                cancellation).ConfigureAwait(false);
        }
    }
}
