namespace Notifieringar.LocalHost.Sandbox;

/// <summary>A message the sandbox accepted, as its receiver would get it: one per receiver.</summary>
internal sealed record SandboxMessage
{
    /// <summary>Rises by one with each message; the newest is the highest.</summary>
    public required int Number { get; init; }

    public required SandboxChannel Channel { get; init; }

    /// <summary>The provider's id, as told to the sender.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The moment in the story when the machine's clock is moved; otherwise when it was received.</summary>
    public required DateTimeOffset ShownAt { get; init; }

    public required string From { get; init; }

    public string? FromName { get; init; }

    public required string To { get; init; }

    public string? ToName { get; init; }

    public string? Subject { get; init; }

    /// <summary>The SMS, or the e-mail's plain text.</summary>
    public required string Text { get; init; }

    public string? Html { get; init; }

    /// <summary>SMS: the tag that comes back in the delivery report.</summary>
    public string? Tag { get; init; }

    /// <summary>A language code, told by the message or guessed from its words; null when neither works.</summary>
    public string? Language { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> CustomArgs { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<SandboxAttachment> Attachments { get; init; } = [];

    /// <summary>SMS: what makes a second try of the same message recognisable.</summary>
    public RepeatableRequest? Repeatable { get; init; }
}

/// <summary>A file that came with an e-mail.</summary>
internal sealed record SandboxAttachment(string FileName, string? Type, string ContentBase64);

/// <summary>The sender's id and first try for one receiver, and a digest of what it said.</summary>
internal sealed record RepeatableRequest(string Id, DateTimeOffset FirstSent, string Content);

/// <summary>What the sandbox stands in for.</summary>
internal enum SandboxChannel
{
    Sms,
    Mail,
}
