using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Answers;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Visits;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Answers;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Erasing;
using Notifieringar.Workflows.Families;
using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>One family for staff: who they are, what has been said and answered, and what comes. A household with protected data is not there.</summary>
/// <param name="definitions">Programmes.</param>
/// <param name="people">People.</param>
/// <param name="answers">When and how answers came.</param>
/// <param name="marks">What is noted of homes.</param>
/// <param name="reading">What can be answered.</param>
/// <param name="choosing">Other times for visits.</param>
/// <param name="interpreters">Where an interpreter comes along.</param>
/// <param name="clock">Now.</param>
public sealed class ReadFamily(
    DefinitionCache definitions,
    PeopleTable people,
    GivenAnswers answers,
    HouseholdMarks marks,
    InvitationReading reading,
    ChooseTime choosing,
    InterpreterBookings interpreters,
    IClock clock)
{
    /// <summary>Runs.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="person">The person's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The family; null for one that is not in this unit or may not be shown.</returns>
    public async Task<FamilyView?> RunAsync(UnitRules rules, string person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (await FindAsync(rules, person, cancellation).ConfigureAwait(false) is not { } recipient)
        {
            return null;
        }

        var (unit, id, shard) = (rules.Unit, recipient.Person.Id, Keys.Shard(recipient.Person.Id, rules.Shards));
        var programmes = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false)).ToDictionary(one => one.Id, StringComparer.Ordinal);
        var noted = await marks.ReadAsync(unit, shard, id, cancellation).ConfigureAwait(false);
        var today = Stockholm.LocalOf(clock.GetCurrentInstant()).Date;
        var given = await answers.ReadAsync(unit, shard, id, cancellation).ConfigureAwait(false);
        return new FamilyView(
            recipient.Person,
            recipient.Person.Language is { } language ? LanguageNames.InSwedish(language) : null,
            Stockholm.LocalOf(recipient.Person.DataAsOf),
            [.. recipient.Children.OrderBy(child => child.BirthDate).Select(child => new FamilyChild(child, Months(child, today)))],
            await OtherHomesAsync(rules, recipient, cancellation).ConfigureAwait(false),
            noted,
            await ComingAsync(rules, recipient, programmes, noted, cancellation).ConfigureAwait(false),
            FamilyTimeline.Of(recipient, given, programmes),
            [.. programmes.Values.Where(programme => IsPickupFor(programme, recipient.Person)).OrderBy(programme => programme.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Other times that a visit of a family can have.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="person">The person's id.</param>
    /// <param name="occasion">The visit's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The times; null when the visit cannot be given another one from here.</returns>
    public async Task<AnswerOutcome.Times?> TimesAsync(UnitRules rules, string person, string occasion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return await FindAsync(rules, person, cancellation).ConfigureAwait(false) is { } recipient
            ? await choosing.OfferAsync(Target(rules, recipient, new OccasionId(occasion)), chosen: null, cancellation).ConfigureAwait(false) as AnswerOutcome.Times
            : null;
    }

    private async Task<Recipient?> FindAsync(UnitRules rules, string person, CancellationToken cancellation) =>
        HouseholdId.TryParse(person, out var id)
        && await people.ReadAsync(rules.Unit, Keys.Shard(id, rules.Shards), id, cancellation).ConfigureAwait(false) is { } recipient
        && Showing.IsShown(recipient.Person)
            ? recipient
            : null;

    private async Task<ImmutableArray<Person>> OtherHomesAsync(UnitRules rules, Recipient recipient, CancellationToken cancellation)
    {
        var homes = ImmutableArray.CreateBuilder<Person>();
        foreach (var shard in recipient.Links.GroupBy(link => Keys.Shard(link, rules.Shards), StringComparer.Ordinal))
        {
            homes.AddRange((await people.WhoAsync(rules.Unit, shard.Key, [.. shard], cancellation).ConfigureAwait(false)).Where(Showing.IsShown));
        }

        return homes.ToImmutable();
    }

    private async Task<ImmutableArray<ComingInvitation>> ComingAsync(
        UnitRules rules, Recipient recipient, Dictionary<string, Programme> programmes, HomeMarks noted, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var coming = recipient.Invitations.Where(one => IsComing(one, programmes.GetValueOrDefault(one.Programme), now)).OrderBy(one => one.Starts).ToList();
        var booked = coming.Exists(one => one.AtThisHome)
            ? (await interpreters.StandingAsync(rules.Unit, cancellation).ConfigureAwait(false)).Select(booking => booking.Follows?.Occasion).OfType<OccasionId>().ToHashSet()
            : [];
        var shown = ImmutableArray.CreateBuilder<ComingInvitation>();
        foreach (var invitation in coming)
        {
            var read = await reading.ReadAsync(Target(rules, recipient, invitation.Occasion), cancellation).ConfigureAwait(false);
            var found = read.Outcome as AnswerOutcome.Found;
            shown.Add(new ComingInvitation(
                invitation,
                programmes[invitation.Programme],
                found?.Choices ?? (read.Outcome is AnswerOutcome.CalledOff { CanChoose: true } ? [AnswerChoice.AnotherTime] : []),
                found?.VoteOn ?? [],
                noted.RelativeInterprets ? Interpreting.Relative : booked.Contains(invitation.Occasion) ? Interpreting.Booked : Interpreting.None));
        }

        return shown.ToImmutable();
    }

    // A vote outlives its evening.
    private static bool IsComing(Invitation invitation, Programme? programme, Instant now) => programme is not null
        && (Stockholm.MomentOf(invitation.EndsAt) > now
            || (programme.Answers.Contains(AnswerChoice.Vote) && AnswerRules.IsOpen(invitation, AnswerChoice.Vote, now)));

    private static AnswerTarget Target(UnitRules rules, Recipient recipient, OccasionId occasion) =>
        new(rules, Keys.Shard(recipient.Person.Id, rules.Shards), recipient.Person.Id, occasion, CodeHash: null);

    private static bool IsPickupFor(Programme programme, Person person) =>
        programme.Occasion.Kind == OccasionKind.Pickup && programme.Audience.Who == person.Kind
        && (!programme.Audience.MembersOnly || person.IsMemberOf(programme.Id));

    private static int Months(Child child, LocalDate today) => Period.Between(child.BirthDate, today, PeriodUnits.Months).Months;
}
