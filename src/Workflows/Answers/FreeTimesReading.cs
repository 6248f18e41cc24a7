using Notifieringar.Model;
using Notifieringar.Planning.Answers;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using Notifieringar.Planning.Visits;
using Notifieringar.Records.Occasions;
using NodaTime;

namespace Notifieringar.Workflows.Answers;

/// <summary>Reads which other times a visit can have.</summary>
/// <param name="occasions">Occasions.</param>
/// <param name="slots">Slots.</param>
/// <param name="clock">Decides what lies ahead.</param>
public sealed class FreeTimesReading(OccasionTable occasions, SlotTable slots, IClock clock)
{
    /// <summary>The free times of a visit, and the visit.</summary>
    internal async Task<(OtherTimes Times, Occasion Occasion)?> FindAsync(
        UnitRules rules, Recipient recipient, Invitation invitation, Programme programme, CancellationToken cancellation)
    {
        if (programme.Audience.Visits is not { } audience
            || await occasions.FindAsync(rules.Unit, invitation, cancellation).ConfigureAwait(false) is not { } occasion
            || NeverSend.LivingChildren(recipient, invitation) is not [var oldest, ..])
        {
            return null;
        }

        var today = Stockholm.LocalOf(clock.GetCurrentInstant()).Date;
        var taken = await slots.TakenAsync(rules.Unit, today, cancellation).ConfigureAwait(false);
        var times = FreeTimes.Near(
            new VisitSlot(occasion.Starts, occasion.Visitors),
            oldest.BirthDate,
            audience,
            rules,
            today,
            slot => taken.TryGetValue((slot.Starts, slot.Visitors), out var holder) && holder != occasion.Id);
        return (invitation.Rebookings >= AnswerRules.MostRebookings ? new OtherTimes([], SkipReason.RebookedOften) : times, occasion);
    }

    /// <summary>Why staff must find the time.</summary>
    internal async Task<SkipReason> ReasonAsync(
        UnitRules rules, Recipient recipient, Invitation invitation, Programme programme, CancellationToken cancellation) =>
        (await FindAsync(rules, recipient, invitation, programme, cancellation).ConfigureAwait(false))?.Times.None ?? SkipReason.WantsAnotherTime;
}
