namespace Notifieringar.LocalHost.Triggers;

/// <summary>What was left when a drain ended: messages put off until later, or nothing.</summary>
internal sealed record Drained(int Delayed)
{
    public bool Empty => Delayed == 0;
}
