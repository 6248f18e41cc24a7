using Notifieringar.Model;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Invitations;
using Notifieringar.Workflows.Pickups;
using Notifieringar.Workflows.Requests;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Tells of things that are ready to be collected. What is ready the same day, before anything has been said of it, goes together.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="people">People.</param>
/// <param name="pickups">Invitations, with the requests they have counted.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="invitations">Writes what is due.</param>
/// <param name="clock">The time now.</param>
public sealed class AddPickup(
    DefinitionCache definitions, PeopleTable people, PickupRows pickups, OccasionTable occasions, InvitationWriter invitations, IClock clock)
{
    private const int Attempts = 8;

    // A client's key is remembered for a day; the same key later is another request.
    private static readonly Duration Repeatable = Duration.FromHours(25);

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="request">Names the request: one that is repeated is counted once.</param>
    /// <param name="json">What is ready (docs/api.md).</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The pickup with all its items, or why there is none.</returns>
    public async Task<PickupOutcome> RunAsync(UnitId unit, string request, string json, CancellationToken cancellation)
    {
        var problems = new List<RequestProblem>();
        if (PickupOrder.Read(unit, json, problems) is not { } order)
        {
            return new PickupOutcome.Invalid([.. problems]);
        }

        var rules = await definitions.UnitAsync(unit, cancellation).ConfigureAwait(false);
        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        if (programmes.FirstOrDefault(one => one.Id == order.Programme) is not { Occasion.Kind: OccasionKind.Pickup } programme)
        {
            return Invalid("$.programme", "write the id of a programme whose occasions are pickups");
        }

        var now = clock.GetCurrentInstant();
        var shard = Keys.Shard(order.Person, rules.Shards);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await people.ReadAsync(unit, shard, order.Person, cancellation).ConfigureAwait(false) is not { } recipient)
            {
                return new PickupOutcome.Unknown("There is no such person in this unit. Import the person first.");
            }

            if (recipient.Person.Kind != programme.Audience.Who || (programme.Audience.MembersOnly && !recipient.Person.IsMemberOf(programme.Id)))
            {
                return Invalid("$.person", $"name somebody this programme is for: a {programme.Audience.Who} of its group, and nobody else is told");
            }

            if (await TryAddAsync(rules, programme, recipient, order, request, now, cancellation).ConfigureAwait(false) is { } outcome)
            {
                return outcome;
            }
        }

        throw new InvalidOperationException("A person kept changing while something was made ready for them.");
    }

    // Null when the person has changed meanwhile: a sender may just have claimed what would have been added to.
    private async Task<PickupOutcome?> TryAddAsync(
        UnitRules rules, Programme programme, Recipient recipient, PickupOrder order, string request, Instant now, CancellationToken cancellation)
    {
        var person = recipient.Person.Id;
        var shard = Keys.Shard(person, rules.Shards);
        var counted = await pickups.CountedAsync(rules.Unit, shard, person, cancellation).ConfigureAwait(false);
        if (counted.FirstOrDefault(one => one.Value.Contains(request)).Key is var before
            && recipient.Invitations.FirstOrDefault(one => one.Occasion == before) is { } repeated
            && repeated.Planned + Repeatable > now)
        {
            return new PickupOutcome.Done(PickupView.Of(person, repeated));
        }

        var (invitation, isNew) = InvitationFor(rules, programme, recipient, order, now);
        if (invitation.Items > PickupOrder.MostItems)
        {
            return Invalid("$.items", $"a pickup holds at most {PickupOrder.MostItems} items");
        }

        if (isNew)
        {
            await occasions.PutAsync(OccasionOf(rules.Unit, person, invitation), cancellation).ConfigureAwait(false);
            await invitations.PrepareAsync(rules, programme, recipient.Person, invitation, programme.Steps, cancellation).ConfigureAwait(false);
        }

        string[] requests = [.. counted.GetValueOrDefault(invitation.Occasion) ?? [], request];
        return await pickups.WriteAsync(recipient, shard, invitation, requests, cancellation).ConfigureAwait(false)
            ? new PickupOutcome.Done(PickupView.Of(person, invitation))
            : null;
    }

    private static (Invitation Invitation, bool IsNew) InvitationFor(
        UnitRules rules, Programme programme, Recipient recipient, PickupOrder order, Instant now)
    {
        var day = Planning.Calendar.Stockholm.LocalOf(now).Date;
        for (var round = 0; ; round++)
        {
            var occasion = order.OccasionOn(rules.Unit, day, round);
            if (recipient.Invitations.FirstOrDefault(one => one.Occasion == occasion) is not { } open)
            {
                return (order.Invitation(occasion, programme, rules, now), true);
            }

            // Once anything has been said of it, or it has been collected, its number stands.
            if (!open.Cancelled && recipient.Notices.All(notice => notice.Key.Occasion != occasion.Value))
            {
                return (open with { Items = open.Items + order.Items }, false);
            }
        }
    }

    private static Occasion OccasionOf(UnitId unit, PersonId person, Invitation invitation) => new(
        invitation.Occasion,
        unit,
        invitation.Programme,
        invitation.Starts,
        invitation.Minutes,
        Visitors: "",
        Home: null,
        Guests: [person],
        Place: invitation.Place,
        Ends: invitation.Ends);

    private static PickupOutcome.Invalid Invalid(string path, string remedy) => new([new RequestProblem(path, remedy)]);
}
