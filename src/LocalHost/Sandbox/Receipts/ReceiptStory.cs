namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>The receipts that follow a message, in the order things happen.</summary>
internal static class ReceiptStory
{
    public static IReadOnlyList<ReceiptState> Of(SandboxChannel channel, Outcome outcome) =>
        channel == SandboxChannel.Sms ? OfSms(outcome) : OfMail(outcome);

    /// <summary>deliveryStatusDetails of a delivery report: code and sentence as the provider documents them.</summary>
    public static string Details(Outcome outcome) => outcome switch
    {
        Outcome.NumberUnknown => "4004: The Destination/To number does not exist.",
        Outcome.Unreachable => "4006: The Destination/To number is not reachable.",
        Outcome.OptedOut => "4007: The Destination/To number has opted out of receiving messages from you.",
        Outcome.NoReport => "5002: Carrier does not provide delivery report, message may be delivered.",
        _ => "No error.",
    };

    private static ReceiptState[] OfSms(Outcome outcome) => outcome switch
    {
        Outcome.NumberUnknown or Outcome.Unreachable or Outcome.OptedOut or Outcome.NoReport => [ReceiptState.Failed],
        Outcome.Silent => [],
        _ => [ReceiptState.Delivered],
    };

    private static ReceiptState[] OfMail(Outcome outcome) => outcome switch
    {
        Outcome.Bounced => [ReceiptState.Processed, ReceiptState.Bounced],
        Outcome.Blocked => [ReceiptState.Processed, ReceiptState.Blocked],
        Outcome.Dropped => [ReceiptState.Dropped],
        Outcome.ReportedAsSpam => [ReceiptState.Processed, ReceiptState.Delivered, ReceiptState.ReportedAsSpam],
        Outcome.Unsubscribed => [ReceiptState.Processed, ReceiptState.Delivered, ReceiptState.Unsubscribed],
        Outcome.Deferred => [ReceiptState.Processed, ReceiptState.Deferred, ReceiptState.Delivered],
        Outcome.Silent => [],
        _ => [ReceiptState.Processed, ReceiptState.Delivered],
    };
}
