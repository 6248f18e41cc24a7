using Notifieringar.Model;
using Notifieringar.Planning.Visits;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Workflows.Answers;
using Notifieringar.Workflows.Changes;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Another time for a visit: offered, held for ten minutes, and moved to when it is confirmed. Of two families that want the same one
/// wins, and the other is offered the next.</summary>
/// <param name="reading">Invitations.</param>
/// <param name="times">Free times.</param>
/// <param name="slots">Slots.</param>
/// <param name="people">People.</param>
/// <param name="journal">The move stands here before anything is done.</param>
/// <param name="run">Moves.</param>
/// <param name="codes">Answer codes.</param>
/// <param name="clock">When.</param>
public sealed class ChooseTime(
    InvitationReading reading,
    FreeTimesReading times,
    SlotTable slots,
    PeopleTable people,
    ChangeJournal journal,
    RunChange run,
    AnswerCodes codes,
    IClock clock)
{
    private static readonly Duration Held = Duration.FromMinutes(10);

    /// <summary>Offers times. Changes nothing.</summary>
    /// <param name="code">The code as printed, typed or scanned.</param>
    /// <param name="chosen">The time that the reader is about to confirm; null for none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see cref="AnswerOutcome.Times"/>, or why there are none to choose from.</returns>
    public async Task<AnswerOutcome> OfferAsync(string code, LocalDateTime? chosen, CancellationToken cancellation) =>
        await reading.FindAsync(code, cancellation).ConfigureAwait(false) is { } target
            ? await OfferAsync(target, chosen, cancellation).ConfigureAwait(false)
            : new AnswerOutcome.Unknown();

    internal async Task<AnswerOutcome> OfferAsync(AnswerTarget target, LocalDateTime? chosen, CancellationToken cancellation)
    {
        var choice = await ReadAsync(target, cancellation).ConfigureAwait(false);
        return choice.Outcome is AnswerOutcome.Times offer && chosen is { } starts
            ? offer with { Held = SlotAt(offer, starts), WasLost = SlotAt(offer, starts) is null }
            : choice.Outcome;
    }

    /// <summary>Holds a time for ten minutes.</summary>
    /// <param name="code">The code.</param>
    /// <param name="starts">The time.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see cref="AnswerOutcome.Times"/> with the time held, or with what is free when it is lost.</returns>
    public async Task<AnswerOutcome> HoldAsync(string code, LocalDateTime starts, CancellationToken cancellation)
    {
        if (await reading.FindAsync(code, cancellation).ConfigureAwait(false) is not { } target)
        {
            return new AnswerOutcome.Unknown();
        }

        var choice = await ReadAsync(target, cancellation).ConfigureAwait(false);
        if (choice is not { Outcome: AnswerOutcome.Times offer, Occasion: { } occasion })
        {
            return choice.Outcome;
        }

        // One family holds one time: those it looked at before are free again, unless a move under way has been given one.
        var slot = SlotAt(offer, starts);
        foreach (var other in offer.Offered.Where(other => other != slot))
        {
            await slots.LetGoAsync(target.Rules.Unit, other.Starts, other.Visitors, occasion.Id, cancellation).ConfigureAwait(false);
        }

        return slot is { } free && await HoldAsync(target, occasion, free, cancellation).ConfigureAwait(false)
            ? offer with { Held = slot }
            : await LostAsync(target, cancellation).ConfigureAwait(false);
    }

    /// <summary>Moves the visit to a time: it counts as a yes.</summary>
    /// <param name="code">The code.</param>
    /// <param name="starts">The time.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns><see cref="AnswerOutcome.Rebooked"/>; <see cref="AnswerOutcome.Times"/> when somebody else was faster.</returns>
    public async Task<AnswerOutcome> ConfirmAsync(string code, LocalDateTime starts, CancellationToken cancellation) =>
        await reading.FindAsync(code, cancellation).ConfigureAwait(false) is { } target
            ? await ConfirmAsync(target, starts, "family", cancellation).ConfigureAwait(false)
            : new AnswerOutcome.Unknown();

    internal async Task<AnswerOutcome> ConfirmAsync(AnswerTarget target, LocalDateTime starts, string by, CancellationToken cancellation)
    {
        var choice = await ReadAsync(target, cancellation).ConfigureAwait(false);
        if (choice is not { Outcome: AnswerOutcome.Times offer, Occasion: { } occasion })
        {
            return choice.Outcome;
        }

        if (SlotAt(offer, starts) is not { } slot || !await HoldAsync(target, occasion, slot, cancellation).ConfigureAwait(false))
        {
            return await LostAsync(target, cancellation).ConfigureAwait(false);
        }

        var move = new OccasionChange(
            target.Rules.Unit,
            ChangeIds.Of(occasion),
            ChangeKind.Move,
            by,
            clock.GetCurrentInstant(),
            occasion.Programme,
            occasion.Id,
            occasion.Starts,
            ChangeIds.Next(occasion),
            occasion.Visitors,
            new NewTime(slot.Starts, Ends: null, Place: null, slot.Visitors),
            target.Person);
        var standing = await journal.OrderAsync(move, cancellation).ConfigureAwait(false);
        await run.RunAsync(new ChangeReference(standing.Unit.Value, standing.Id), cancellation).ConfigureAwait(false);
        var after = await people.ReadAsync(target.Rules.Unit, target.Shard, target.Person, cancellation).ConfigureAwait(false);
        return after?.Invitations.FirstOrDefault(one => one.Occasion == target.Occasion) is { } moved && moved.Starts == slot.Starts
            ? new AnswerOutcome.Rebooked(codes.CodeOf(target.Person, moved.Occasion, moved.Sequence))
            : await LostAsync(target, cancellation).ConfigureAwait(false);
    }

    // To a family a time is a time, whoever comes.
    private static VisitSlot? SlotAt(AnswerOutcome.Times offer, LocalDateTime starts) =>
        offer.Offered.Where(slot => slot.Starts == starts).Select(slot => (VisitSlot?)slot).FirstOrDefault();

    private Task<bool> HoldAsync(AnswerTarget target, Occasion occasion, VisitSlot slot, CancellationToken cancellation) =>
        slots.HoldAsync(target.Rules.Unit, slot.Starts, slot.Visitors, occasion.Id, Held, cancellation);

    private async Task<AnswerOutcome> LostAsync(AnswerTarget target, CancellationToken cancellation) =>
        (await ReadAsync(target, cancellation).ConfigureAwait(false)).Outcome is AnswerOutcome.Times offer
            ? offer with { WasLost = true }
            : new AnswerOutcome.Busy();

    private async Task<(AnswerOutcome Outcome, Occasion? Occasion)> ReadAsync(AnswerTarget target, CancellationToken cancellation)
    {
        var read = await reading.ReadAsync(target, cancellation).ConfigureAwait(false);
        var about = read.Outcome switch
        {
            AnswerOutcome.Found found when found.Choices.Contains(AnswerChoice.AnotherTime) => found,
            AnswerOutcome.CalledOff { CanChoose: true } off => off.About,
            _ => null,
        };
        return about is not null
            && await times.FindAsync(target.Rules, read.Recipient!, about.Invitation, read.Programme!, cancellation).ConfigureAwait(false) is { } free
            ? (new AnswerOutcome.Times(about, free.Times.Times, Held: null, WasLost: false), free.Occasion)
            : (read.Outcome, null);
    }
}
