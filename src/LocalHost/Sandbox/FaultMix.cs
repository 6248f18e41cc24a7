namespace Notifieringar.LocalHost.Sandbox;

/// <summary>Whether a provider is there at all.</summary>
internal enum Outage
{
    None,

    /// <summary>Every call gets 503.</summary>
    Refusing,

    /// <summary>Every connection is dropped.</summary>
    Dropping,
}

/// <summary>Shares of a channel's calls, between 0 and 1, that go wrong; which ones is drawn with the seed, call by call.</summary>
internal sealed record FaultMix
{
    public static FaultMix Calm { get; } = new();

    public int Seed { get; init; }

    public double TooManyRequests { get; init; }

    public double ServerError { get; init; }

    public double Slow { get; init; }

    public double Hang { get; init; }

    public double DropBeforeAccepting { get; init; }

    public double DropAfterAccepting { get; init; }

    public int? RetryAfterSeconds { get; init; } = 1;

    public int SlowMilliseconds { get; init; } = 2_000;

    public int HangMilliseconds { get; init; } = 120_000;

    /// <summary>Goes before everything else.</summary>
    public Outage Down { get; init; }

    /// <summary>The fault a call meets that drew a number between 0 and 1.</summary>
    public Fault? Pick(SandboxChannel channel, double draw)
    {
        switch (Down)
        {
            case Outage.Refusing:
                return new Fault(channel, FaultKind.Unavailable);
            case Outage.Dropping:
                return new Fault(channel, FaultKind.DropBeforeAccepting);
        }

        foreach (var (share, kind, milliseconds) in Shares())
        {
            draw -= share;
            if (draw < 0)
            {
                return new Fault(channel, kind) { Milliseconds = milliseconds, RetryAfterSeconds = RetryAfterSeconds };
            }
        }

        return null;
    }

    private (double Share, FaultKind Kind, int Milliseconds)[] Shares() =>
    [
        (TooManyRequests, FaultKind.TooManyRequests, 0),
        (ServerError, FaultKind.ServerError, 0),
        (Slow, FaultKind.Slow, SlowMilliseconds),
        (Hang, FaultKind.Hang, HangMilliseconds),
        (DropBeforeAccepting, FaultKind.DropBeforeAccepting, 0),
        (DropAfterAccepting, FaultKind.DropAfterAccepting, 0),
    ];
}
