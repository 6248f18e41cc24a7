using System.Diagnostics.Metrics;
using Notifieringar.Delivery;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Watching;

/// <summary>Counts notices and what providers say of them. No unit stands in a tag: few words in each keep the number of series small.</summary>
internal static class NoticeMetrics
{
    private static readonly Counter<long> NoticesSent = Telemetry.Counter(
        "notices.sent", "{notice}", "Tries to send a notice, by channel, programme and outcome; a letter is Waiting until its run.");

    private static readonly Counter<long> NoticesSkipped = Telemetry.Counter(
        "notices.skipped", "{notice}", "Notices that must not or need not be said, by reason and programme.");

    private static readonly Counter<long> NoticesListed = Telemetry.Counter(
        "notices.listed", "{notice}", "Notices put on staff's call list, by reason and programme.");

    private static readonly Histogram<double> ProviderDuration = Telemetry.Durations(
        "provider.duration", "How long a provider took to answer for one notice, with tries again, by channel and result.");

    private static readonly Counter<long> ReceiptsRecorded = Telemetry.Counter(
        "receipts.recorded", "{receipt}", "Receipts written into the ledger, by channel and kind.");

    private static readonly Counter<long> ReceiptsMissing = Telemetry.Counter(
        "receipts.missing", "{notice}", "Accepted notices that nobody has heard of a day later, by programme.");

    public static void Sent(NoticeKey notice, NoticeState outcome) => NoticesSent.Add(1, Channel(notice.Channel), Programme(notice.Programme), new("outcome", outcome.ToString()));

    /// <summary>A letter is claimed, and waits for its run.</summary>
    public static void Waiting(NoticeKey notice) => NoticesSent.Add(1, Channel(notice.Channel), Programme(notice.Programme), new("outcome", nameof(Waiting)));

    public static void NotSent(Notice notice)
    {
        if (notice.SkipReason is { } reason && notice.State is NoticeState.Skipped or NoticeState.OnList)
        {
            var counter = notice.State == NoticeState.OnList ? NoticesListed : NoticesSkipped;
            counter.Add(1, new("reason", reason.ToString()), Programme(notice.Key.Programme));
        }
    }

    /// <summary>A provider has answered.</summary>
    /// <returns>What it said, or that it was not asked.</returns>
    public static string Answered(Channel channel, DeliveryOutcome outcome, TimeSpan duration)
    {
        var result = outcome.WasAsked ? outcome.Result.ToString() : "NotAsked";
        ProviderDuration.Record(duration.TotalSeconds, Channel(channel), new("result", result));
        return result;
    }

    public static void Recorded(NoticeKey notice, ReceiptKind kind) => ReceiptsRecorded.Add(1, Channel(notice.Channel), new("kind", kind.ToString()));

    public static void Missing(string programme, int notices) => ReceiptsMissing.Add(notices, Programme(programme));

    private static KeyValuePair<string, object?> Channel(Channel channel) => new("channel", channel.ToString());

    private static KeyValuePair<string, object?> Programme(string programme) => new("programme", programme);
}
