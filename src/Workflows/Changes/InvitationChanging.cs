using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Invitations;
using NodaTime;

namespace Notifieringar.Workflows.Changes;

/// <summary>Changes one person's invitation and puts what is to be said about it in Work. The invitation comes first, so that nobody is told of
/// a change by a text that does not know it; until the change is done it stands in Work itself, and doing it again puts the same.</summary>
/// <param name="people">People.</param>
/// <param name="table">Invitations.</param>
/// <param name="invitations">Answer codes.</param>
/// <param name="due">Due notices.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class InvitationChanging(PeopleTable people, InvitationTable table, InvitationWriter invitations, DueNotices due, IClock clock)
{
    private const int Attempts = 8;

    /// <summary>Who is invited to an occasion: its guests, or everybody in People.</summary>
    internal async Task<IReadOnlyCollection<PersonId>> InvitedAsync(UnitRules rules, Occasion occasion, CancellationToken cancellation)
    {
        if (!occasion.Guests.IsEmpty)
        {
            return occasion.Guests;
        }

        var found = new List<PersonId>();
        await foreach (var (person, _) in table.InvitedAsync(rules.Unit, rules.Shards, occasion.Programme, occasion.Id, cancellation).ConfigureAwait(false))
        {
            found.Add(person);
        }

        return found;
    }

    /// <summary>Changes an invitation.</summary>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="person">Whose.</param>
    /// <param name="occasion">To what.</param>
    /// <param name="change">What it becomes; the same when it has been changed already.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The person with the invitation as it is now; null when there is none.</returns>
    internal async Task<(Recipient Recipient, Invitation Invitation)?> ApplyAsync(
        UnitRules rules, Programme programme, PersonId person, OccasionId occasion, Func<Recipient, Invitation, Invitation> change, CancellationToken cancellation)
    {
        var shard = Keys.Shard(person, rules.Shards);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var recipient = await people.ReadAsync(rules.Unit, shard, person, cancellation).ConfigureAwait(false);
            if (recipient?.Invitations.FirstOrDefault(one => one.Occasion == occasion) is not { } before)
            {
                return null;
            }

            var after = change(recipient, before);
            if (after == before)
            {
                return (recipient, before);
            }

            await invitations.PutCodeAsync(rules, programme, person, after, cancellation).ConfigureAwait(false);
            if (await table.ChangeAsync(recipient, shard, after, clock.GetCurrentInstant(), source: null, cancellation).ConfigureAwait(false))
            {
                return (recipient, after);
            }
        }

        throw new InvalidOperationException("A person kept changing while an invitation of theirs was changed.");
    }

    /// <summary>Puts what is to be said in Work; what has been said already is found to be so.</summary>
    internal Task PutDueAsync(
        UnitRules rules, Programme programme, Person person, Invitation invitation, IEnumerable<Step> steps, CancellationToken cancellation) =>
        due.PutAsync(
            steps.Select(step => new DueNotice(
                rules.Unit,
                Keys.Shard(person.Id, rules.Shards),
                DueTimes.FirstLook(step, person, invitation, rules),
                person.Id,
                invitation.Occasion,
                programme.Id,
                step.Id)),
            cancellation);
}
