using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Occasions;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows.Changes;

/// <summary>Orders a change for each occasion that an illness or a closing concerns. Each has an id of its own, so that ordering them again
/// orders the same.</summary>
/// <param name="definitions">Programmes.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="journal">The journal.</param>
public sealed class SeveralChanges(DefinitionCache definitions, OccasionTable occasions, ChangeJournal journal)
{
    internal async Task<IReadOnlyList<OccasionChange>> IllAsync(UnitRules rules, OccasionChange ill, CancellationToken cancellation) =>
        await OrderAsync(
            rules,
            (_, occasion) => occasion.Visitors == ill.Visitors && occasion.Starts.Date == ill.Starts.Date && occasion.Starts >= ill.Starts
                ? Cancelled(occasion, ill)
                : null,
            cancellation).ConfigureAwait(false);

    internal async Task<IReadOnlyList<OccasionChange>> ClosingAsync(UnitRules rules, OccasionChange closing, CancellationToken cancellation) =>
        await OrderAsync(rules, (programme, occasion) => Closed(rules, programme, occasion, closing), cancellation).ConfigureAwait(false);

    /// <summary>What a closing does to an occasion: what can be collected is kept until the next open day, the rest is called off.</summary>
    internal static OccasionChange? Closed(UnitRules rules, Programme programme, Occasion occasion, OccasionChange closing)
    {
        bool IsClosed(LocalDate day) => day >= closing.Starts.Date && day <= closing.LastDay;
        if (programme.Occasion.Kind == OccasionKind.Pickup)
        {
            return occasion.Ends is { } ends && IsClosed(ends.Date)
                ? Change(occasion, closing, ChangeKind.Move) with
                {
                    To = new NewTime(
                        occasion.Starts,
                        OpenDays.AtOrAfter(closing.LastDay!.Value.PlusDays(1), rules).At(ends.TimeOfDay),
                        occasion.Place,
                        occasion.Visitors),
                }
                : null;
        }

        return programme.Occasion.Kind != OccasionKind.None && IsClosed(occasion.Starts.Date) ? Cancelled(occasion, closing) : null;
    }

    internal static OccasionChange Cancelled(Occasion occasion, OccasionChange of) => Change(occasion, of, ChangeKind.Cancel);

    private static OccasionChange Change(Occasion occasion, OccasionChange of, ChangeKind kind) => new(
        of.Unit,
        ChangeIds.Of(occasion),
        kind,
        of.By,
        of.OrderedAt,
        occasion.Programme,
        occasion.Id,
        occasion.Starts,
        ChangeIds.Next(occasion),
        occasion.Visitors);

    private async Task<IReadOnlyList<OccasionChange>> OrderAsync(
        UnitRules rules, Func<Programme, Occasion, OccasionChange?> changeOf, CancellationToken cancellation)
    {
        var ordered = new List<OccasionChange>();
        foreach (var programme in await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false))
        {
            foreach (var occasion in await occasions.ListAsync(rules.Unit, programme.Id, cancellation).ConfigureAwait(false))
            {
                if (occasion.CancelledBy is null && changeOf(programme, occasion) is { } change)
                {
                    ordered.Add(await journal.OrderAsync(change, cancellation).ConfigureAwait(false));
                }
            }
        }

        return ordered;
    }
}
