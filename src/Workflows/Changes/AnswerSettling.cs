using Notifieringar.Model;
using Notifieringar.Planning.Answers;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows.Changes;

/// <summary>Does what follows from an answer: guardians who disagree, a slot given back, the meetings of a series. It looks at the answers as
/// they are, not as they were when it was ordered, so that doing it late or twice does the same.</summary>
/// <param name="definitions">Programmes.</param>
/// <param name="people">People.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="slots">Slots.</param>
/// <param name="changing">Changes invitations.</param>
/// <param name="series">The meetings of a series.</param>
/// <param name="callList">Staff's list.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class AnswerSettling(
    DefinitionCache definitions,
    PeopleTable people,
    OccasionTable occasions,
    SlotTable slots,
    InvitationChanging changing,
    SeriesAnswering series,
    CallList callList,
    IClock clock)
{
    private const int Attempts = 8;

    internal async Task RunAsync(UnitRules rules, OccasionChange change, CancellationToken cancellation)
    {
        var programme = await definitions.ProgrammeAsync(change.Programme, cancellation).ConfigureAwait(false);
        if (await ReadAsync(rules, change.Person!.Value, cancellation).ConfigureAwait(false) is not { } recipient
            || recipient.Invitations.FirstOrDefault(one => one.Occasion == change.Occasion) is not { } invitation
            || await occasions.FindAsync(rules.Unit, invitation, cancellation).ConfigureAwait(false) is not { } occasion)
        {
            return; // erased; or moved by someone else, who was asked anew
        }

        var disagree = occasion.Guests.Length > 1 && await AgreeAsync(rules, programme, occasion, cancellation).ConfigureAwait(false);
        if (invitation.Answer == Answer.Collect && !disagree)
        {
            await changing.PutDueAsync(
                rules, programme, recipient.Person, invitation, ChangedSteps.After(programme, StepAnchor.Collect), cancellation).ConfigureAwait(false);
        }

        if (occasion.Visitors.Length > 0 && occasion.CancelledBy is null && !disagree)
        {
            await SettleTimeAsync(rules, occasion, cancellation).ConfigureAwait(false);
        }

        if (invitation.Session > 0)
        {
            await series.FollowAsync(rules, programme, recipient, invitation, occasion, cancellation).ConfigureAwait(false);
        }
    }

    // The time is others' when all guardians leave it. Who took a no back has it again; an older no that was settled only now may have given it
    // away in between.
    private async Task SettleTimeAsync(UnitRules rules, Occasion occasion, CancellationToken cancellation)
    {
        var guests = await GuestsAsync(rules, occasion, cancellation).ConfigureAwait(false);
        if (guests.Count > 0 && guests.All(guest => AnswerRules.GivesTimeBack(guest.Invitation.Answer)))
        {
            await slots.FreeAsync(occasion, cancellation).ConfigureAwait(false);
        }
        else if (guests.Any(guest => guest.Invitation.Answer == Answer.Yes)
            && !await slots.TakeAsync(rules.Unit, occasion.Starts, occasion.Visitors, occasion.Id, cancellation).ConfigureAwait(false))
        {
            await ListAsync(rules, occasion, guests[0].Person, SkipReason.NoFreeTime, cancellation).ConfigureAwait(false);
        }
    }

    // Until a look at all of them finds each marked as all their answers say: one may answer while another is marked.
    private async Task<bool> AgreeAsync(UnitRules rules, Programme programme, Occasion occasion, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var guests = await GuestsAsync(rules, occasion, cancellation).ConfigureAwait(false);
            var disagree = AnswerRules.Disagree(guests.Select(guest => guest.Invitation.Answer));
            var wrong = guests.Where(guest => guest.Invitation.IsDisputed != disagree).ToList();
            if (wrong.Count == 0)
            {
                return disagree;
            }

            if (disagree)
            {
                await ListAsync(rules, occasion, guests[0].Person, SkipReason.Disputed, cancellation).ConfigureAwait(false);
            }

            foreach (var (person, _) in wrong)
            {
                await changing.ApplyAsync(
                    rules, programme, person, occasion.Id, (_, before) => before with { IsDisputed = disagree }, cancellation).ConfigureAwait(false);
            }
        }

        throw new InvalidOperationException("Guardians kept answering while their answers were compared.");
    }

    private async Task<IReadOnlyList<(PersonId Person, Invitation Invitation)>> GuestsAsync(
        UnitRules rules, Occasion occasion, CancellationToken cancellation)
    {
        var found = new List<(PersonId, Invitation)>();
        foreach (var guest in occasion.Guests)
        {
            // Whoever is silenced has no say any more.
            if (await ReadAsync(rules, guest, cancellation).ConfigureAwait(false) is { } recipient
                && recipient.Invitations.FirstOrDefault(one => one.Occasion == occasion.Id) is { } invitation
                && NeverSend.Reason(recipient, invitation) is null)
            {
                found.Add((guest, invitation));
            }
        }

        return found;
    }

    private Task ListAsync(UnitRules rules, Occasion occasion, PersonId person, SkipReason reason, CancellationToken cancellation)
    {
        var key = new NoticeKey(occasion.Programme, occasion.Id.Value, occasion.Sequence, "answers", Channel.Phone);
        return callList.AddAsync([new ListedNotice(rules.Unit, person, key, reason)], clock.GetCurrentInstant(), cancellation);
    }

    private Task<Recipient?> ReadAsync(UnitRules rules, PersonId person, CancellationToken cancellation) =>
        people.ReadAsync(rules.Unit, Keys.Shard(person, rules.Shards), person, cancellation);
}
