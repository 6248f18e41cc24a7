using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Campaigns;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Invitations;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Books an interpreter for a home visit: an agency is written to, with time, place and language, and no word about the family.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="occasions">Visits and bookings.</param>
/// <param name="people">The family and the agency.</param>
/// <param name="marks">Where a relative interprets.</param>
/// <param name="invitations">Invites the agency.</param>
/// <param name="bookings">Keeps the booking with the visit.</param>
/// <param name="clock">When.</param>
public sealed class BookInterpreter(
    DefinitionCache definitions,
    OccasionTable occasions,
    PeopleTable people,
    HouseholdMarks marks,
    InvitationWriter invitations,
    InterpreterBookings bookings,
    IClock clock)
{
    /// <summary>Runs. Booking again while the first booking stands is refused; after a crash it is finished.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The visit's programme.</param>
    /// <param name="id">The visit.</param>
    /// <param name="json"><c>{ "person": "the agency's id", "place": "…", "by": "…" }</c>; without a place the library's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Done, or why it is not.</returns>
    public async Task<ChangeOutcome> RunAsync(UnitId unit, string programme, OccasionId id, string json, CancellationToken cancellation)
    {
        var (order, problem) = StaffOrder.Read(json);
        if (order is null)
        {
            return new ChangeOutcome.Invalid(problem);
        }

        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules
            || programmes.FirstOrDefault(one => one.Id == InterpreterBookings.Programme) is not { } booked
            || (await occasions.ListAsync(unit, programme, cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == id) is not { Home: { } home } visit)
        {
            return new ChangeOutcome.Unknown("There is no such home visit in this unit and programme.");
        }

        var agency = Ids.IsWellFormed(order.Person) ? await ReadAsync(rules, new PersonId(order.Person), cancellation).ConfigureAwait(false) : null;
        if (agency?.Person.Kind != booked.Audience.Who)
        {
            return new ChangeOutcome.Invalid("person must be the id of the agency, saved as an organisation by the API.");
        }

        return await RefusalAsync(rules, visit, home, cancellation).ConfigureAwait(false)
            ?? await BookAsync(rules, booked, visit, agency, order, await LanguageAsync(rules, home, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    private async Task<ChangeOutcome?> RefusalAsync(UnitRules rules, Occasion visit, PersonId home, CancellationToken cancellation)
    {
        if (visit.CancelledBy is not null || Stockholm.MomentOf(visit.Starts) <= clock.GetCurrentInstant())
        {
            return new ChangeOutcome.Refused("The visit is over, or has been called off.");
        }

        var noted = await marks.ReadAsync(rules.Unit, Keys.Shard(home, rules.Shards), home, cancellation).ConfigureAwait(false);
        return noted.RelativeInterprets
            ? new ChangeOutcome.Refused("A relative interprets in this home. Take that mark away first.")
            : null;
    }

    private async Task<ChangeOutcome> BookAsync(
        UnitRules rules, Programme programme, Occasion visit, Recipient agency, StaffOrder order, string? language, CancellationToken cancellation)
    {
        if (language is null)
        {
            return new ChangeOutcome.Refused("The language of the home is not known. It comes with the import.");
        }

        var reference = new VisitReference(visit.Programme, visit.Id);
        var before = (await occasions.ListAsync(rules.Unit, programme.Id, cancellation).ConfigureAwait(false)).Where(one => one.Follows == reference).ToList();
        var standing = before.Find(one => one.CancelledBy is null);
        if (standing is not null && agency.Invitations.Any(one => one.Occasion == standing.Id))
        {
            return new ChangeOutcome.Refused("An interpreter is booked for this visit.");
        }

        if (standing is not null && !standing.Guests.Contains(agency.Person.Id))
        {
            return new ChangeOutcome.Refused("Another agency is being asked for this visit.");
        }

        var booking = standing ?? new Occasion(
            IdOf(visit, before.Count), rules.Unit, programme.Id, visit.Starts, visit.Minutes, Visitors: "", Home: null, [agency.Person.Id],
            Place: order.Place ?? rules.Name, Text: LanguageNames.InSwedish(language), Follows: reference);
        await occasions.PutAsync(booking, cancellation).ConfigureAwait(false);
        var invitation = CampaignInvitation.To(booking, programme.Occasion, children: [], clock.GetCurrentInstant());
        await invitations.InviteAsync(rules, programme, agency, invitation, programme.Steps, cancellation).ConfigureAwait(false);
        await bookings.FollowAsync(rules, reference, cancellation).ConfigureAwait(false); // it may have been moved meanwhile
        return new ChangeOutcome.Done();
    }

    private async Task<string?> LanguageAsync(UnitRules rules, PersonId home, CancellationToken cancellation) =>
        (await ReadAsync(rules, home, cancellation).ConfigureAwait(false))?.Person.Language;

    private Task<Recipient?> ReadAsync(UnitRules rules, PersonId person, CancellationToken cancellation) =>
        people.ReadAsync(rules.Unit, Keys.Shard(person, rules.Shards), person, cancellation);

    // Two who book at once book the same.
    private static OccasionId IdOf(Occasion visit, int earlier)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{visit.Id}~{InterpreterBookings.Programme}~{earlier}");
        return new OccasionId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..24]);
    }
}
