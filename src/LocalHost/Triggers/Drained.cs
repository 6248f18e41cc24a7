namespace Notifieringar.LocalHost.Triggers;

/// <summary>What was left when a drain ended: messages put off until later, or nothing.</summary>
/// <param name="Delayed">When it ran out of time: all messages that were left, those due or in work counted too.</param>
/// <param name="InTime">False: work was still going on when the time was up.</param>
internal sealed record Drained(int Delayed, bool InTime = true)
{
    public bool Empty => InTime && Delayed == 0;
}
