using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Workflows.Invitations;

/// <summary>Invites people to occasions. Inviting again after a crash changes nothing.</summary>
/// <param name="people">People.</param>
/// <param name="writer">Writes invitations.</param>
/// <param name="codeTable">Whose code is whose.</param>
/// <param name="due">Due notices.</param>
/// <param name="codes">Answer codes.</param>
public sealed class InvitationWriter(PeopleTable people, PeopleWriter writer, CodeTable codeTable, DueNotices due, AnswerCodes codes)
{
    private const int Attempts = 5;

    /// <summary>Writes the code, the due notices and the invitation, in this order: what must be said stands in Work before the invitation
    /// does, and a crash between them leaves a row that finds nothing to say.</summary>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="person">The person as read.</param>
    /// <param name="invitation">The invitation.</param>
    /// <param name="steps">The steps that are to be said; those whose time is not known yet are left out.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the person is invited, or was before.</returns>
    internal async Task InviteAsync(
        UnitRules rules, Programme programme, Recipient person, Invitation invitation, IEnumerable<Step> steps, CancellationToken cancellation)
    {
        await PrepareAsync(rules, programme, person.Person, invitation, steps, cancellation).ConfigureAwait(false);
        await AddAsync(rules, person, invitation, cancellation).ConfigureAwait(false);
    }

    /// <summary>Invites many people of a unit, a hundred rows in one request where they can be: the due notices first, then the codes, then the
    /// invitations, so that a crash between them forgets nobody.</summary>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="all">Whom, to what, and what is due to be said.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When they are invited, or were before.</returns>
    internal async Task InviteAsync(UnitRules rules, IReadOnlyCollection<NewInvitation> all, CancellationToken cancellation)
    {
        var fresh = await PrepareAsync(rules, all, cancellation).ConfigureAwait(false);
        var firsts = fresh.DistinctBy(one => one.Recipient.Person.Id).ToHashSet();
        foreach (var shard in firsts.GroupBy(one => Keys.Shard(one.Recipient.Person.Id, rules.Shards), StringComparer.Ordinal))
        {
            foreach (var part in shard.Chunk(Ledger.PeoplePerClaim))
            {
                // Where somebody among them has changed, each on its own.
                if (!await writer.InviteAsync([.. part.Select(one => (one.Recipient, one.Invitation))], shard.Key, cancellation).ConfigureAwait(false))
                {
                    await AddAsync(rules, part, cancellation).ConfigureAwait(false);
                }
            }
        }

        await AddAsync(rules, fresh.Where(one => !firsts.Contains(one)), cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes what must stand before invitations do: what is due to be said about them, then their codes.</summary>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="all">Whom, to what, and what is due to be said.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Those who are not invited yet.</returns>
    internal async Task<IReadOnlyList<NewInvitation>> PrepareAsync(UnitRules rules, IReadOnlyCollection<NewInvitation> all, CancellationToken cancellation)
    {
        await due.PutAsync(all.SelectMany(one => one.Due), cancellation).ConfigureAwait(false);
        var fresh = all.Where(one => one.Recipient.Invitations.All(known => known.Occasion != one.Invitation.Occasion)).ToList();
        await codeTable.PutAsync(
            fresh.Where(one => !one.Programme.Answers.IsEmpty).Select(one => CodeOf(rules, one.Recipient.Person.Id, one.Invitation)),
            cancellation).ConfigureAwait(false);
        return fresh;
    }

    private async Task AddAsync(UnitRules rules, IEnumerable<NewInvitation> some, CancellationToken cancellation)
    {
        foreach (var one in some)
        {
            await AddAsync(rules, one.Recipient, one.Invitation, cancellation).ConfigureAwait(false);
        }
    }

    private async Task AddAsync(UnitRules rules, Recipient person, Invitation invitation, CancellationToken cancellation)
    {
        var (id, shard) = (person.Person.Id, Keys.Shard(person.Person.Id, rules.Shards));
        var current = (Recipient?)person;
        for (var attempt = 0; current is not null && attempt < Attempts; attempt++)
        {
            if (current.Invitations.Any(earlier => earlier.Occasion == invitation.Occasion)
                || await writer.InviteAsync(current, shard, invitation, cancellation).ConfigureAwait(false))
            {
                return;
            }

            current = await people.ReadAsync(rules.Unit, shard, id, cancellation).ConfigureAwait(false);
        }

        if (current is not null)
        {
            throw new InvalidOperationException("A person kept changing while being invited.");
        }
    }

    /// <summary>Writes what must stand before the invitation does: its code, and what is due to be said about it.</summary>
    internal async Task PrepareAsync(
        UnitRules rules, Programme programme, Person person, Invitation invitation, IEnumerable<Step> steps, CancellationToken cancellation)
    {
        await PutCodeAsync(rules, programme, person.Id, invitation, cancellation).ConfigureAwait(false);
        await due.PutAsync(DueOf(rules, programme, person, invitation, steps), cancellation).ConfigureAwait(false);
    }

    /// <summary>What is due to be said about an invitation; steps whose time is not known yet are left out.</summary>
    internal static IEnumerable<DueNotice> DueOf(
        UnitRules rules, Programme programme, Person person, Invitation invitation, IEnumerable<Step> steps) =>
        steps.Where(step => step.IsPlanned).Select(step => new DueNotice(
            rules.Unit,
            Keys.Shard(person.Id, rules.Shards),
            DueTimes.FirstLook(step, person, invitation, rules),
            person.Id,
            invitation.Occasion,
            programme.Id,
            step.Id));

    /// <summary>Makes the answer code of an invitation work, as it is with its sequence now.</summary>
    internal async Task PutCodeAsync(UnitRules rules, Programme programme, PersonId person, Invitation invitation, CancellationToken cancellation)
    {
        if (programme.Answers.IsEmpty)
        {
            return;
        }

        var (hash, owner) = CodeOf(rules, person, invitation);
        await codeTable.PutAsync(hash, owner, cancellation).ConfigureAwait(false);
    }

    private (string Hash, CodeOwner Owner) CodeOf(UnitRules rules, PersonId person, Invitation invitation) =>
    (
        AnswerCodes.HashOf(codes.CodeOf(person, invitation.Occasion, invitation.Sequence))!,
        new CodeOwner(rules.Unit, Keys.Shard(person, rules.Shards), person, invitation.Occasion));
}
