namespace Azure.Storage.Queues.Models;

/// <summary>What the service says of a message it has updated.</summary>
public class UpdateReceipt
{
    internal UpdateReceipt()
    {
    }

    /// <summary>The new receipt; the old one no longer works.</summary>
    public string PopReceipt { get; internal init; } = "";

    /// <summary>When the message shows again.</summary>
    public DateTimeOffset NextVisibleOn { get; internal init; }
}
