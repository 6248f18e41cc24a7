using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows.Letters;

/// <summary>A waiting letter with its person as read at the closing of the run.</summary>
/// <param name="Waiting">The letter.</param>
/// <param name="Recipient">The person; null when erased.</param>
/// <param name="Invitation">The invitation it is about; null when gone.</param>
/// <param name="Notice">Its ledger row; null when its claim never came to be.</param>
/// <param name="Step">The step it says.</param>
/// <param name="Campaign">The campaign it belongs to; null for none.</param>
internal sealed record CheckedLetter(WaitingLetter Waiting, Recipient? Recipient, Invitation? Invitation, Notice? Notice, Step Step, Campaign? Campaign)
{
    public static CheckedLetter Of(WaitingLetter letter, Recipient? recipient, Step step, Campaign? campaign) => new(
        letter,
        recipient,
        recipient?.Invitations.FirstOrDefault(invitation => invitation.Occasion.Value == letter.Key.Occasion),
        recipient?.Notices.FirstOrDefault(notice => notice.Key == letter.Key),
        step,
        campaign);

    /// <summary>True for one whose claim is not there: a sender has put it here and is about to claim it, and perhaps to invite its person, or has
    /// found that something else is to be said.</summary>
    public bool IsUnclaimed => this is { Recipient: not null, Notice: null };

    /// <summary>True while a part is being printed that holds it: its Work row must stay, or nobody would look for it.</summary>
    public bool IsBeingPrinted => Notice is { State: NoticeState.Composed };

    /// <summary>True for one that staff see to: old data, a reason that is gone, and what a call can still say in time.</summary>
    public bool IsForStaff(SkipReason? reason, Instant now) => reason switch
    {
        null or SkipReason.StaleData => true,
        SkipReason.TooLate => Invitation is { IsTimed: true } ahead && ahead.Sequence == Waiting.Key.Sequence && now < Stockholm.MomentOf(ahead.Closes),
        _ => false,
    };

    /// <summary>Why the letter may not leave after all; null when it may.</summary>
    public SkipReason? StopReason(UnitRules rules, Instant now) => Campaign is { State: CampaignState.Cancelled } && Invitation is not null
        ? SkipReason.CampaignCancelled
        : WaitingLetterCheck.StopReason(Recipient, Invitation, Step, Waiting.Key.Sequence, Waiting.RunDate, rules, now);
}
