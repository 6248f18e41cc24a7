namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>What a receipt says about a message.</summary>
internal enum ReceiptState
{
    /// <summary>E-mail: the provider is at it.</summary>
    Processed,

    /// <summary>E-mail: the receiver's server asked to wait.</summary>
    Deferred,

    Delivered,

    /// <summary>SMS: not delivered; the detail code says why.</summary>
    Failed,

    Bounced,
    Blocked,
    Dropped,
    ReportedAsSpam,
    Unsubscribed,
}
