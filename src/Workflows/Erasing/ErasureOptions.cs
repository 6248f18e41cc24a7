using NodaTime;

namespace Notifieringar.Workflows.Erasing;

/// <summary>How an erasure makes sure.</summary>
/// <param name="Settle">Real time between the two wipings: whatever was begun with the household before it was silenced has ended by then. A
/// function runs for at most five minutes.</param>
public sealed record ErasureOptions(Duration Settle)
{
    /// <summary>Seconds, when no setting says otherwise.</summary>
    public const int DefaultSeconds = 900;
}
