using Notifieringar.Delivery;
using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>Whether a provider has asked us to wait so long that the rest of a chunk is better let go and queued again: every further try
/// would count against its limit.</summary>
internal sealed class ProviderWait
{
    private static readonly Duration Bearable = Duration.FromSeconds(5);
    private readonly Lock _changing = new();
    private Duration? _asked;

    /// <summary>How long; null while nobody has asked.</summary>
    public Duration? Asked
    {
        get
        {
            lock (_changing)
            {
                return _asked;
            }
        }
    }

    public void Note(DeliveryOutcome outcome)
    {
        if (outcome is { Result: DeliveryResult.RefusedTemporary, RetryAfter: { } wait } && wait > Bearable)
        {
            lock (_changing)
            {
                _asked = Duration.Max(_asked ?? Duration.Zero, wait);
            }
        }
    }
}
