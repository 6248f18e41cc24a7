using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Occasions;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Takes staff's word on one occasion: moved, called off, late, or how it went.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="slots">Slots.</param>
/// <param name="placing">Orders changes.</param>
/// <param name="clock">When.</param>
public sealed class OrderChange(DefinitionCache definitions, OccasionTable occasions, SlotTable slots, ChangePlacing placing, IClock clock)
{
    private const int MostLate = 2;
    private static readonly Duration Held = Duration.FromMinutes(10);

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="id">The occasion.</param>
    /// <param name="what"><c>move</c>, <c>cancel</c>, <c>late</c> or <c>result</c>.</param>
    /// <param name="json">What belongs to it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<ChangeOutcome> RunAsync(UnitId unit, string programme, OccasionId id, string what, string json, CancellationToken cancellation)
    {
        var (order, problem) = StaffOrder.Read(json);
        if (order is null)
        {
            return new ChangeOutcome.Invalid(problem);
        }

        var about = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == programme);
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules || about is null
            || (await occasions.ListAsync(unit, programme, cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == id) is not { } occasion)
        {
            return new ChangeOutcome.Unknown("There is no such occasion in this unit and programme.");
        }

        return what switch
        {
            "result" => await ResultAsync(occasion, order, cancellation).ConfigureAwait(false),
            _ when occasion.CancelledBy is not null => new ChangeOutcome.Refused("It has been called off."),
            _ when Stockholm.MomentOf(EndOf(occasion)) <= clock.GetCurrentInstant() => new ChangeOutcome.Refused("It is over."),
            "move" => await MoveAsync(rules, about, occasion, order, cancellation).ConfigureAwait(false),
            "cancel" => await placing.OrderAsync(Change(occasion, order, ChangeKind.Cancel), cancellation).ConfigureAwait(false),
            "late" => await LateAsync(about, occasion, order, cancellation).ConfigureAwait(false),
            _ => new ChangeOutcome.Unknown("An occasion can be moved, cancelled, late, or given a result."),
        };
    }

    private async Task<ChangeOutcome> MoveAsync(
        UnitRules rules, Programme programme, Occasion occasion, StaffOrder order, CancellationToken cancellation)
    {
        var length = occasion.Ends is { } ends ? Period.Between(occasion.Starts, ends, PeriodUnits.Minutes) : null;
        var starts = order.Starts ?? occasion.Starts;
        var to = new NewTime(starts, order.Ends ?? (length is null ? null : starts.Plus(length)), order.Place, order.Visitors ?? occasion.Visitors);
        var isVisit = programme.Occasion.Kind == OccasionKind.Visit;
        if (to == new NewTime(occasion.Starts, occasion.Ends, to.Place == occasion.Place ? to.Place : null, occasion.Visitors))
        {
            return new ChangeOutcome.Invalid("Say what is new: starts, ends, place or visitors.");
        }

        if (Stockholm.MomentOf(to.Starts) <= clock.GetCurrentInstant() && to.Starts != occasion.Starts)
        {
            return new ChangeOutcome.Invalid("starts must lie ahead.");
        }

        if (isVisit && !rules.Visitors.Contains(to.Visitors))
        {
            return new ChangeOutcome.Invalid($"visitors must be one of {string.Join(", ", rules.Visitors)}.");
        }

        if (isVisit && !await slots.HoldAsync(rules.Unit, to.Starts, to.Visitors, occasion.Id, Held, cancellation).ConfigureAwait(false))
        {
            return new ChangeOutcome.Refused("Another visit has that time, or a family is choosing it just now.");
        }

        return await placing.OrderAsync(Change(occasion, order, ChangeKind.Move) with { To = to }, cancellation).ConfigureAwait(false);
    }

    private async Task<ChangeOutcome> LateAsync(Programme programme, Occasion occasion, StaffOrder order, CancellationToken cancellation)
    {
        var most = Math.Min(MostLate, ChangedSteps.After(programme, StepAnchor.Late).Length);
        for (var time = 1; time <= most; time++)
        {
            var change = Change(occasion, order, ChangeKind.Late) with { Id = ChangeIds.Late(occasion, time), Sequence = time };
            if (await placing.OrderAsync(change, cancellation).ConfigureAwait(false) is ChangeOutcome.Ordered ordered)
            {
                return ordered;
            }
        }

        return new ChangeOutcome.Refused(most == 0 ? "This programme has no text for that. Phone instead." : "They have been told as often as can be. Phone instead.");
    }

    private async Task<ChangeOutcome> ResultAsync(Occasion occasion, StaffOrder order, CancellationToken cancellation)
    {
        if (VisitResults.Of(order.Result) is not { } result)
        {
            return new ChangeOutcome.Invalid($"result must be one of {string.Join(", ", VisitResults.Names)}.");
        }

        await occasions.SetResultAsync(occasion, result, order.Note, order.By, cancellation).ConfigureAwait(false);
        return new ChangeOutcome.Done();
    }

    private OccasionChange Change(Occasion occasion, StaffOrder order, ChangeKind kind) => new(
        occasion.Unit,
        ChangeIds.Of(occasion),
        kind,
        order.By,
        clock.GetCurrentInstant(),
        occasion.Programme,
        occasion.Id,
        occasion.Starts,
        ChangeIds.Next(occasion),
        occasion.Visitors);

    private static LocalDateTime EndOf(Occasion occasion) => occasion.Ends ?? occasion.Starts.PlusMinutes(occasion.Minutes);
}
