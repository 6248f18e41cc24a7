using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Families;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>A meeting, an evening of a series or a stop.</summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="Programme">Its programme.</param>
public sealed record ComingOccasion(Occasion Occasion, Programme Programme);

/// <summary>Something that lies to be collected.</summary>
/// <param name="Id">The pickup's id: the person's and the occasion's.</param>
/// <param name="Programme">The programme's Swedish name.</param>
/// <param name="Person">Whose it is; null for a household that must not be shown.</param>
/// <param name="Place">Where.</param>
/// <param name="LastDay">The last day it is kept.</param>
public sealed record OpenPickup(string Id, string Programme, Person? Person, string Place, LocalDate LastDay);

/// <summary>What lies ahead at the library: meetings, and what is to be collected.</summary>
/// <param name="definitions">Programmes.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="people">Whose pickups they are.</param>
/// <param name="clock">Now.</param>
public sealed class ShowOccasions(DefinitionCache definitions, OccasionTable occasions, PeopleTable people, IClock clock)
{
    /// <summary>At most so many pickups are shown, those that are kept the shortest.</summary>
    public const int MostPickups = 50;

    // Red days and closings put off the last day.
    private const int PutOffDays = 40;

    /// <summary>The programmes that people meet by.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By name.</returns>
    public async Task<ImmutableArray<Programme>> MeetingProgrammesAsync(CancellationToken cancellation) =>
    [
        .. (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false))
            .Where(programme => IsMeeting(programme) && programme.Id != Changes.InterpreterBookings.Programme)
            .OrderBy(programme => programme.Name, StringComparer.Ordinal),
    ];

    /// <summary>The meetings from today on.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The next first; those that are called off too.</returns>
    public async Task<ImmutableArray<ComingOccasion>> MeetingsAsync(UnitRules rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var today = Today();
        var listed = await Task.WhenAll((await MeetingProgrammesAsync(cancellation).ConfigureAwait(false)).Select(async programme =>
            (await occasions.ListAsync(rules.Unit, programme.Id, today, to: null, cancellation).ConfigureAwait(false))
                .Select(occasion => new ComingOccasion(occasion, programme)))).ConfigureAwait(false);
        return [.. listed.SelectMany(coming => coming).OrderBy(coming => coming.Occasion.Starts).ThenBy(coming => coming.Occasion.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>One meeting.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="id">The occasion's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The meeting, also one that is over; null when there is none.</returns>
    public async Task<ComingOccasion?> FindAsync(UnitRules rules, string programme, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return (await MeetingProgrammesAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == programme) is { } known
            && (await occasions.ListAsync(rules.Unit, programme, cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id.Value == id) is { } occasion
                ? new ComingOccasion(occasion, known)
                : null;
    }

    /// <summary>Tells whether an occasion is over.</summary>
    /// <param name="occasion">The occasion.</param>
    /// <returns>True from its end.</returns>
    public bool IsOver(Occasion occasion)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        return Stockholm.MomentOf(occasion.Ends ?? occasion.Starts.PlusMinutes(occasion.Minutes)) <= clock.GetCurrentInstant();
    }

    /// <summary>What lies to be collected.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What is kept the shortest first, and whether there is more.</returns>
    public async Task<(ImmutableArray<OpenPickup> Pickups, bool HasMore)> PickupsAsync(UnitRules rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var today = Today();
        var programmes = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false)).Where(programme => programme.Occasion.Kind == OccasionKind.Pickup);
        var listed = await Task.WhenAll(programmes.Select(async programme =>
            (await occasions.ListAsync(rules.Unit, programme.Id, today.PlusDays(-programme.Occasion.KeepDays - PutOffDays), to: null, cancellation).ConfigureAwait(false))
                .Select(occasion => new ComingOccasion(occasion, programme)))).ConfigureAwait(false);
        var open = listed.SelectMany(pickup => pickup)
            .Where(pickup => pickup.Occasion is { IsCollected: false, CancelledBy: null, Guests.Length: 1 } && LastDay(pickup.Occasion) >= today)
            .OrderBy(pickup => LastDay(pickup.Occasion)).ThenBy(pickup => pickup.Occasion.Id.Value, StringComparer.Ordinal)
            .ToList();
        var known = await WhoAsync(rules, open.Take(MostPickups).Select(pickup => pickup.Occasion.Guests[0]), cancellation).ConfigureAwait(false);
        return ([.. open.Take(MostPickups).Select(pickup => Of(pickup, known.GetValueOrDefault(pickup.Occasion.Guests[0])))], open.Count > MostPickups);
    }

    private async Task<Dictionary<PersonId, Person>> WhoAsync(UnitRules rules, IEnumerable<PersonId> ids, CancellationToken cancellation)
    {
        var known = new Dictionary<PersonId, Person>();
        foreach (var shard in ids.GroupBy(person => Keys.Shard(person, rules.Shards), StringComparer.Ordinal))
        {
            foreach (var person in (await people.WhoAsync(rules.Unit, shard.Key, [.. shard], cancellation).ConfigureAwait(false)).Where(Showing.IsFound))
            {
                known[person.Id] = person;
            }
        }

        return known;
    }

    private static OpenPickup Of(ComingOccasion pickup, Person? person) => new(
        $"{pickup.Occasion.Guests[0]}~{pickup.Occasion.Id}", pickup.Programme.Name, person, pickup.Occasion.Place ?? "", LastDay(pickup.Occasion));

    private static LocalDate LastDay(Occasion occasion) => (occasion.Ends ?? occasion.Starts).Date;

    private LocalDate Today() => Stockholm.LocalOf(clock.GetCurrentInstant()).Date;

    private static bool IsMeeting(Programme programme) => programme.Occasion.Kind is OccasionKind.Meeting or OccasionKind.Series or OccasionKind.Stop;
}
