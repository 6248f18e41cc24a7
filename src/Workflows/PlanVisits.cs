using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Visits;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Invitations;
using Notifieringar.Workflows.Visits;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Proposes visits for children of the right age. Planning again after a crash gives the same occasions and takes no second slot.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="people">People.</param>
/// <param name="invitations">Invites.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="slots">Slots.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Log.</param>
public sealed partial class PlanVisits(
    DefinitionCache definitions,
    PeopleTable people,
    InvitationWriter invitations,
    OccasionTable occasions,
    SlotTable slots,
    IClock clock,
    ILogger<PlanVisits> logger)
{
    /// <summary>Runs for one unit.</summary>
    /// <param name="reference">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When every child that is due has an occasion, or is counted as not planned.</returns>
    public async Task RunAsync(VisitPlanReference reference, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var rules = await definitions.UnitAsync(new UnitId(reference.Unit), cancellation).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        var today = Stockholm.LocalOf(now).Date;
        var taken = await slots.TakenAsync(rules.Unit, today, cancellation).ConfigureAwait(false);
        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        foreach (var programme in programmes.Where(programme => programme.Audience.Visits is not null))
        {
            var counts = new PlanCounts();
            foreach (var home in await HomesAsync(rules, programme, today, cancellation).ConfigureAwait(false))
            {
                foreach (var group in VisitGroups.Of(home, programme.Audience.Visits!, today, LetterLeaves(today, rules)))
                {
                    await PlanAsync(new Visit(rules, programme, home, group, now), taken, counts, cancellation).ConfigureAwait(false);
                }
            }

            Log.Planned(logger, rules.Unit, programme.Id, counts.Planned, counts.Silenced, counts.NoSlot);
        }
    }

    private async Task<IReadOnlyList<Recipient>> HomesAsync(UnitRules rules, Programme programme, LocalDate today, CancellationToken cancellation)
    {
        var born = programme.Audience.Visits!;
        var from = today.PlusMonths(-born.EndsAtMonths);
        var to = today.PlusDays(born.LeadDays).PlusMonths(-born.AgeMonths).PlusDays(3); // month lengths differ; the window decides exactly
        var homes = new List<Recipient>();
        foreach (var shard in Keys.Shards(rules.Shards))
        {
            var ids = await people.FindHomesAsync(rules.Unit, shard, from, to, cancellation).ConfigureAwait(false);
            var found = await people.ReadAsync(rules.Unit, shard, ids, cancellation).ConfigureAwait(false);
            homes.AddRange(found.Values);
        }

        // The oldest child first: it has the fewest days left.
        return [.. homes.OrderBy(home => home.Children.Min(child => child.BirthDate)).ThenBy(home => home.Person.Id)];
    }

    private async Task PlanAsync(
        Visit visit, Dictionary<(LocalDateTime, string), OccasionId> taken, PlanCounts counts, CancellationToken cancellation)
    {
        var (rules, programme, home, group, now) = visit;
        if (home.Invitations.Any(invitation => invitation.Programme == programme.Id && group.Any(child => invitation.Children.Contains(child.Id))))
        {
            return;
        }

        if (home.Person.Silences != Silences.None || home.Person.Address is { IsForwardingOfProtected: true })
        {
            counts.Silenced++; // protected families are met by hand, the others not at all
            return;
        }

        var id = OccasionIdOf(rules.Unit, programme, group);
        if (await SlotAsync(visit, id, taken, cancellation).ConfigureAwait(false) is not { } slot)
        {
            counts.NoSlot++;
            return;
        }

        var guests = await GuestsAsync(rules, home, group, cancellation).ConfigureAwait(false);
        var occasion = new Occasion(
            id, rules.Unit, programme.Id, slot.Starts, programme.Occasion.Minutes, slot.Visitors, home.Person.Id, [.. guests.Select(guest => guest.Person.Id)]);
        await occasions.PutAsync(occasion, cancellation).ConfigureAwait(false);
        foreach (var guest in guests)
        {
            await InviteAsync(visit, guest, occasion, cancellation).ConfigureAwait(false);
        }

        Log.PlannedOne(logger, id, guests.Count, now);
        counts.Planned++;
    }

    // A slot that this occasion took before a crash is its own; else the first free one.
    private async Task<VisitSlot?> SlotAsync(
        Visit visit, OccasionId id, Dictionary<(LocalDateTime Starts, string Visitors), OccasionId> taken, CancellationToken cancellation)
    {
        if (taken.FirstOrDefault(slot => slot.Value == id) is { Key.Visitors: not null } own)
        {
            return new VisitSlot(own.Key.Starts, own.Key.Visitors);
        }

        var today = Stockholm.LocalOf(visit.Now).Date;
        var window = VisitWindow.For(visit.Children[0].BirthDate, visit.Programme.Audience.Visits!, today, LetterLeaves(today, visit.Rules));
        foreach (var slot in window is null ? [] : VisitSlots.Of(window, visit.Rules))
        {
            if (taken.ContainsKey((slot.Starts, slot.Visitors)))
            {
                continue;
            }

            var won = await slots.TakeAsync(visit.Rules.Unit, slot.Starts, slot.Visitors, id, cancellation).ConfigureAwait(false);
            taken[(slot.Starts, slot.Visitors)] = id;
            if (won)
            {
                return slot;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<Recipient>> GuestsAsync(
        UnitRules rules, Recipient home, ImmutableArray<Child> group, CancellationToken cancellation)
    {
        var guests = new List<Recipient> { home };
        foreach (var link in home.Links)
        {
            var other = await people.ReadAsync(rules.Unit, Keys.Shard(link, rules.Shards), link, cancellation).ConfigureAwait(false);
            if (other is not null && other.Children.Any(child => group.Any(wanted => wanted.Id == child.Id)))
            {
                guests.Add(other);
            }
        }

        return guests;
    }

    private async Task InviteAsync(Visit visit, Recipient guest, Occasion occasion, CancellationToken cancellation)
    {
        var invitation = new Invitation(
            occasion.Id,
            visit.Programme.Id,
            occasion.Starts,
            occasion.Minutes,
            [.. visit.Children.Select(child => child.Id)],
            guest.Person.Id == occasion.Home,
            Sequence: 0,
            visit.Now,
            Answer.None);
        await invitations.InviteAsync(visit.Rules, visit.Programme, guest, invitation, visit.Programme.Steps, cancellation).ConfigureAwait(false);
    }

    private static LocalDate LetterLeaves(LocalDate today, UnitRules rules) =>
        SendingHours.AtOrAfter(Channel.Letter, today.AtMidnight(), rules).Date;

    private static OccasionId OccasionIdOf(UnitId unit, Programme programme, ImmutableArray<Child> group)
    {
        var children = string.Join('~', group.Select(child => child.Id.Value).Order(StringComparer.Ordinal));
        return new OccasionId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{unit}~{programme.Id}~{children}")))[..24]);
    }

    private sealed record Visit(UnitRules Rules, Programme Programme, Recipient Home, ImmutableArray<Child> Children, Instant Now);

    private sealed class PlanCounts
    {
        public int Planned { get; set; }

        public int Silenced { get; set; }

        public int NoSlot { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Visits of {Unit} in {Programme}: {Planned} planned, {Silenced} silenced, {NoSlot} without a free slot.")]
        public static partial void Planned(ILogger logger, UnitId unit, string programme, int planned, int silenced, int noSlot);

        [LoggerMessage(2, LogLevel.Debug, "Occasion {Occasion} planned for {Guests} households at {Now}.")]
        public static partial void PlannedOne(ILogger logger, OccasionId occasion, int guests, Instant now);
    }
}
