using Notifieringar.LocalHost.Sandbox.Receipts;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>The keys its callers must use and where the sandbox keeps what it accepted.</summary>
internal sealed record SandboxOptions
{
    /// <summary>0 = a free one.</summary>
    public int Port { get; init; }

    public required string SmsAccessKey { get; init; }

    public required string MailApiKey { get; init; }

    /// <summary>One JSON line per accepted message.</summary>
    public required string MessagesPath { get; init; }

    /// <summary>Printed letters and their page lists.</summary>
    public required string LettersFolder { get; init; }

    public bool Fresh { get; init; }

    /// <summary>The time shown with each message; null shows when it was received.</summary>
    public Func<DateTimeOffset>? ShownTime { get; init; }

    /// <summary>Where receipts and answers go; null: there is nobody to send them to.</summary>
    public HookAddress? ReceiptsTo { get; init; }

    public ReceiptRules Receipts { get; init; } = new();
}
