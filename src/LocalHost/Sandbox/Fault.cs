namespace Notifieringar.LocalHost.Sandbox;

/// <summary>How a provider misbehaves when told to.</summary>
internal enum FaultKind
{
    /// <summary>429, with Retry-After when given.</summary>
    TooManyRequests,

    /// <summary>500, and nothing is accepted.</summary>
    ServerError,

    /// <summary>503, and nothing is accepted.</summary>
    Unavailable,

    /// <summary>Answers as usual, but late.</summary>
    Slow,

    /// <summary>Accepts the messages and says nothing until the sender has given up, or for as long as told.</summary>
    Hang,

    /// <summary>Drops the connection before anything is accepted: to the sender it looks like <see cref="DropAfterAccepting"/>.</summary>
    DropBeforeAccepting,

    /// <summary>Accepts the messages and drops the connection before the answer: the sender cannot know.</summary>
    DropAfterAccepting,
}

/// <summary>A fault for the next <see cref="Calls"/> calls of a channel.</summary>
internal sealed record Fault(SandboxChannel Channel, FaultKind Kind, int Calls = 1)
{
    /// <summary>For <see cref="FaultKind.Slow"/> and <see cref="FaultKind.Hang"/>.</summary>
    public int Milliseconds { get; init; }

    /// <summary>For <see cref="FaultKind.TooManyRequests"/>; null leaves the header out.</summary>
    public int? RetryAfterSeconds { get; init; }
}
