using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Visits;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>A day's visits, for those who make them.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="people">People.</param>
/// <param name="marks">What is noted of homes.</param>
/// <param name="interpreters">Where an interpreter comes along.</param>
/// <param name="clock">Today.</param>
public sealed class ReadDayList(
    DefinitionCache definitions, OccasionTable occasions, PeopleTable people, HouseholdMarks marks, InterpreterBookings interpreters, IClock clock)
{
    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The list; null when there is no such unit.</returns>
    public async Task<DayListOutcome?> RunAsync(UnitId unit, LocalDate day, CancellationToken cancellation)
    {
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules)
        {
            return null;
        }

        var now = Stockholm.LocalOf(clock.GetCurrentInstant());
        if (!DayList.IsOpen(day, now.Date))
        {
            return new DayListOutcome(rules.Name, day, now, []) { IsClosed = true };
        }

        var visits = new List<Occasion>();
        var programmes = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false))
            .Where(programme => programme.Occasion.Kind == OccasionKind.Visit).ToDictionary(programme => programme.Id, StringComparer.Ordinal);
        foreach (var programme in programmes.Keys)
        {
            visits.AddRange(await occasions.ListAsync(unit, programme, day, day, cancellation).ConfigureAwait(false));
        }

        var homes = visits.Select(visit => visit.Home).OfType<PersonId>().Distinct().Select(home => (Person: home, Shard: Keys.Shard(home, rules.Shards))).ToList();
        var known = new Dictionary<PersonId, Recipient>();
        foreach (var shard in homes.GroupBy(home => home.Shard, home => home.Person, StringComparer.Ordinal))
        {
            foreach (var (id, recipient) in await people.ReadAsync(unit, shard.Key, [.. shard], cancellation).ConfigureAwait(false))
            {
                known[id] = recipient;
            }
        }

        var noted = (await Task.WhenAll(homes.Select(async home =>
            (home.Person, Marks: await marks.ReadAsync(unit, home.Shard, home.Person, cancellation).ConfigureAwait(false)))).ConfigureAwait(false))
            .ToDictionary(one => one.Person, one => one.Marks);
        var booked = (await interpreters.StandingAsync(unit, cancellation).ConfigureAwait(false)).Select(booking => booking.Follows?.Occasion).OfType<OccasionId>();
        var list = DayList.Of(day, visits, known, programmes, noted, booked.ToHashSet(), rules);
        return new DayListOutcome(rules.Name, day, now, [.. list.Select(visit => visit with { BagLanguage = LanguageNames.InSwedish(visit.BagLanguage) })]);
    }
}

/// <summary>A day's visits.</summary>
/// <param name="Library">The library's name.</param>
/// <param name="Day">The day.</param>
/// <param name="ReadAt">Local time at which it was read.</param>
/// <param name="Visits">The visits; bags by the Swedish names of their languages.</param>
public sealed record DayListOutcome(string Library, LocalDate Day, LocalDateTime ReadAt, ImmutableArray<DayVisit> Visits)
{
    /// <summary>True for a day that is over, or too far ahead to be shown.</summary>
    public bool IsClosed { get; init; }
}
