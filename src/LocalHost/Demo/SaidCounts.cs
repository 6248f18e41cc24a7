using Notifieringar.LocalHost.Sandbox;
using Notifieringar.Model;

namespace Notifieringar.LocalHost.Demo;

/// <summary>How much has been said on each channel.</summary>
internal sealed record SaidCounts(int Letters, int Sms, int Emails)
{
    /// <summary>What the ledger says was printed, or accepted and not bounced since.</summary>
    public static SaidCounts Of(IEnumerable<Recipient> people)
    {
        var said = people.SelectMany(recipient => recipient.Notices).Where(IsSaid).ToLookup(notice => notice.Channel);
        return new SaidCounts(said[Channel.Letter].Count(), said[Channel.Sms].Count(), said[Channel.Email].Count());
    }

    /// <summary>What the providers say they accepted; letters are not theirs.</summary>
    public static SaidCounts Of(IEnumerable<SandboxMessage> messages)
    {
        var accepted = messages.ToLookup(message => message.Channel);
        return new SaidCounts(0, accepted[SandboxChannel.Sms].Count(), accepted[SandboxChannel.Mail].Count());
    }

    public static bool IsSaid(Notice notice) => notice.State is NoticeState.Accepted or NoticeState.Delivered
        or NoticeState.Printed or NoticeState.Posted;

    public SaidCounts Since(SaidCounts earlier) => new(Letters - earlier.Letters, Sms - earlier.Sms, Emails - earlier.Emails);
}
