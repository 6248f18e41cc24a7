using Notifieringar.Records.Work;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>What is to be done in one round of a chunk, before anything is claimed.</summary>
internal sealed class RoundPlan
{
    public List<ReadyNotice> Send { get; } = [];

    public List<ReadyNotice> NotSent { get; } = [];

    public List<(DueNotice From, DueNotice To)> Moved { get; } = [];

    public RoundResult Result { get; } = new();
}
