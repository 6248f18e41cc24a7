using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Visits;
using Notifieringar.Records.Occasions;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Invitations;
using Notifieringar.Workflows.Visits;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Proposes visits for children of the right age: reads, lets <see cref="VisitPlanner"/> plan, and writes. Planning again after a crash
/// gives the same occasions and takes no second slot.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="homes">Finds homes.</param>
/// <param name="invitations">Invites.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="slots">Slots.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Log.</param>
public sealed partial class PlanVisits(
    DefinitionCache definitions,
    HomeReading homes,
    InvitationWriter invitations,
    OccasionTable occasions,
    SlotTable slots,
    IClock clock,
    ILogger<PlanVisits> logger)
{
    // Each attempt but the last has lost a slot to somebody else.
    private const int Attempts = 50;

    // Enough that those who hear at the same hour fill a request together, and soon written, so that little is planned twice after a crash.
    private const int AtOnce = 1000;

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
        var byAge = VisitCandidates.ByAge(await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false));
        var (found, others) = await homes.ReadAsync(rules, byAge, today, cancellation).ConfigureAwait(false);
        var written = new HashSet<OccasionId>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var taken = await slots.TakenAsync(rules.Unit, today, cancellation).ConfigureAwait(false);
            var plan = VisitPlanner.Plan(new VisitPlanning(rules, byAge, found, others, taken, now));
            if (await WriteAsync(rules, plan, taken, written, cancellation).ConfigureAwait(false))
            {
                Log.Planned(logger, rules.Unit, written.Count, plan.Silenced.Length, plan.WithoutSlot.Length, plan.ToMerge.Length);
                return;
            }
        }

        throw new InvalidOperationException("Others kept taking the slots that visits were planned into.");
    }

    // False when somebody else has taken a slot since they were read: what is left is planned again.
    private async Task<bool> WriteAsync(
        UnitRules rules,
        VisitPlan plan,
        Dictionary<(LocalDateTime Starts, string Visitors), OccasionId> taken,
        HashSet<OccasionId> written,
        CancellationToken cancellation)
    {
        foreach (var part in plan.Visits.Where(visit => !written.Contains(visit.Occasion.Id)).Chunk(AtOnce))
        {
            var visits = await TakenAsync(part, taken, cancellation).ConfigureAwait(false);
            await occasions.PutAsync(visits.Select(visit => visit.Occasion), cancellation).ConfigureAwait(false);
            await invitations.InviteAsync(rules, [.. visits.SelectMany(visit => InvitationsTo(rules, visit))], cancellation).ConfigureAwait(false);
            foreach (var visit in visits)
            {
                written.Add(visit.Occasion.Id);
                Log.PlannedOne(logger, visit.Occasion.Id, visit.Programme.Id, visit.Guests.Length);
            }

            if (visits.Count < part.Length)
            {
                return false;
            }
        }

        return true;
    }

    // The visits, from the first, that have their slots.
    private async Task<IReadOnlyList<PlannedVisit>> TakenAsync(
        PlannedVisit[] visits, Dictionary<(LocalDateTime Starts, string Visitors), OccasionId> taken, CancellationToken cancellation)
    {
        var wanted = visits.Select(visit => visit.Occasion).Where(one => taken.GetValueOrDefault((one.Starts, one.Visitors)) != one.Id).ToList();
        var got = await slots.TakeAsync(wanted, cancellation).ConfigureAwait(false);
        return got == wanted.Count ? visits : [.. visits.TakeWhile(visit => visit.Occasion != wanted[got])];
    }

    private static IEnumerable<NewInvitation> InvitationsTo(UnitRules rules, PlannedVisit visit) => visit.Guests.Select(guest => new NewInvitation(
        visit.Programme,
        guest.Recipient,
        guest.Invitation,
        InvitationWriter.DueOf(rules, visit.Programme, guest.Recipient.Person, guest.Invitation, visit.Programme.Steps)));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Visits of {Unit}: {Planned} planned, {Silenced} silenced, {NoSlot} without a free slot, {ToMerge} for staff to merge.")]
        public static partial void Planned(ILogger logger, UnitId unit, int planned, int silenced, int noSlot, int toMerge);

        [LoggerMessage(2, LogLevel.Debug, "Occasion {Occasion} of {Programme} planned for {Guests} households.")]
        public static partial void PlannedOne(ILogger logger, OccasionId occasion, string programme, int guests);
    }
}
