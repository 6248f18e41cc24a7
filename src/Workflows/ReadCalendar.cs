using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Visits over some days.</summary>
/// <param name="Visits">The visits, in order of time and pair.</param>
/// <param name="Taken">Every time that is taken or being chosen.</param>
public sealed record VisitDays(ImmutableArray<CalendarVisit> Visits, IReadOnlySet<VisitSlot> Taken);

/// <summary>The visits of some weeks, by the times that are taken: a family that has said no has given its time back and is not there.</summary>
/// <param name="definitions">Programmes.</param>
/// <param name="occasions">Visits.</param>
/// <param name="slots">Times.</param>
/// <param name="people">Families.</param>
public sealed class ReadCalendar(DefinitionCache definitions, OccasionTable occasions, SlotTable slots, PeopleTable people)
{
    /// <summary>The times that are taken, and nothing about anybody: one range query.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Times and pairs.</returns>
    public async Task<IReadOnlySet<VisitSlot>> TakenAsync(UnitRules rules, LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var taken = await slots.TakenAsync(rules.Unit, from, to, cancellation).ConfigureAwait(false);
        return taken.Keys.Select(slot => new VisitSlot(slot.Starts, slot.Visitors)).ToHashSet();
    }

    /// <summary>The visits.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="visitors">The pair; null for all.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Visits and taken times.</returns>
    public async Task<VisitDays> VisitsAsync(UnitRules rules, LocalDate from, LocalDate to, string? visitors, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var taken = await slots.TakenAsync(rules.Unit, from, to, cancellation).ConfigureAwait(false);
        var programmes = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false))
            .Where(programme => programme.Occasion.Kind == OccasionKind.Visit).ToDictionary(programme => programme.Id, StringComparer.Ordinal);
        var listed = await Task.WhenAll(programmes.Keys.Select(programme => occasions.ListAsync(rules.Unit, programme, from, to, cancellation))).ConfigureAwait(false);
        var visits = listed.SelectMany(visit => visit)
            .Where(visit => (visitors is null || visit.Visitors == visitors) && taken.GetValueOrDefault((visit.Starts, visit.Visitors)) == visit.Id)
            .ToList();
        var known = new Dictionary<PersonId, Recipient>();
        var homes = visits.Select(visit => visit.Home).OfType<PersonId>().Distinct();
        foreach (var shard in homes.GroupBy(home => Keys.Shard(home, rules.Shards), StringComparer.Ordinal))
        {
            foreach (var (id, recipient) in await people.ReadAsync(rules.Unit, shard.Key, [.. shard], cancellation).ConfigureAwait(false))
            {
                known[id] = recipient;
            }
        }

        return new VisitDays(
            VisitCalendar.Of(visits, known, programmes, rules),
            taken.Keys.Select(slot => new VisitSlot(slot.Starts, slot.Visitors)).ToHashSet());
    }
}
