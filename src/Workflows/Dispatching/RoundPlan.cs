using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>What is to be done in one round of a chunk, before anything is claimed.</summary>
internal sealed class RoundPlan
{
    public List<ReadyNotice> Send { get; } = [];

    public List<ReadyNotice> NotSent { get; } = [];

    public List<(DueRecipient One, Instant Until)> Moved { get; } = [];

    public RoundResult Result { get; } = new();
}
