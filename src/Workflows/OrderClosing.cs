using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Occasions;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Takes staff's word that a pair of visitors is ill today, or that the library has to close for some days.</summary>
/// <param name="definitions">Units.</param>
/// <param name="placing">Orders changes.</param>
/// <param name="clock">When.</param>
public sealed class OrderClosing(DefinitionCache definitions, ChangePlacing placing, IClock clock)
{
    private const int LongestClosing = 60;

    /// <summary>Calls off what is left of a pair's visits today.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="visitors">The pair.</param>
    /// <param name="json">Who orders it as <c>by</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<ChangeOutcome> IllAsync(UnitId unit, string visitors, string json, CancellationToken cancellation)
    {
        var (order, problem) = StaffOrder.Read(json);
        if (order is null)
        {
            return new ChangeOutcome.Invalid(problem);
        }

        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is not { } rules || !rules.Visitors.Contains(visitors))
        {
            return new ChangeOutcome.Unknown("There is no such pair of visitors in this unit.");
        }

        var now = Stockholm.LocalOf(clock.GetCurrentInstant());
        var ill = All(unit, ChangeIds.Ill(visitors, now.Date), ChangeKind.Ill, order, new LocalDateTime(now.Year, now.Month, now.Day, now.Hour, now.Minute));
        return Twice(await placing.OrderAsync(ill with { Visitors = visitors }, cancellation).ConfigureAwait(false), ill);
    }

    /// <summary>Closes the library.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="json"><c>from</c> and <c>to</c>, both included, and who orders it as <c>by</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public async Task<ChangeOutcome> CloseAsync(UnitId unit, string json, CancellationToken cancellation)
    {
        var (order, problem) = StaffOrder.Read(json);
        if (order is not { From: { } from } || (order.To ?? from) is var to && (to < from || Period.DaysBetween(from, to) >= LongestClosing))
        {
            return new ChangeOutcome.Invalid(order is null ? problem : $"from and to must be days, at most {LongestClosing} of them.");
        }

        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is null)
        {
            return new ChangeOutcome.Unknown("There is no such unit.");
        }

        var closing = All(unit, ChangeIds.Closing(from, to), ChangeKind.Closing, order, from.AtMidnight()) with { LastDay = to };
        return Twice(await placing.OrderAsync(closing, cancellation).ConfigureAwait(false), closing);
    }

    private OccasionChange All(UnitId unit, string id, ChangeKind kind, StaffOrder order, LocalDateTime from) =>
        new(unit, id, kind, order.By, clock.GetCurrentInstant(), "", new OccasionId(""), from, Sequence: 0);

    // The same illness or closing ordered twice is the same order.
    private static ChangeOutcome Twice(ChangeOutcome outcome, OccasionChange change) => outcome is ChangeOutcome.Refused
        ? new ChangeOutcome.Ordered(new ChangeReference(change.Unit.Value, change.Id))
        : outcome;
}
