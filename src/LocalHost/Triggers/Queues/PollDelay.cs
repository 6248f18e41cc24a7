namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>The wait between two looks at an empty queue: from 100 ms, doubling, to the longest host.json allows.</summary>
internal sealed class PollDelay(TimeSpan longest)
{
    private TimeSpan _next = QueueRules.ShortestPoll;

    public void Reset() => _next = QueueRules.ShortestPoll;

    public TimeSpan Next()
    {
        var delay = _next < longest ? _next : longest;
        _next = delay * 2;
        return delay;
    }
}
