namespace Notifieringar.Bench.Fuzzing;

/// <summary>What one template may use.</summary>
/// <param name="Deadline">When the context's token is cancelled.</param>
/// <param name="Grace">How long after the deadline it may still run; one operation is not interrupted.</param>
/// <param name="Bytes">What it may allocate, parsing and rendering.</param>
internal sealed record FuzzBudget(TimeSpan Deadline, TimeSpan Grace, long Bytes)
{
    // The engine itself stops at 256 MB; the rest is room for the one operation that reaches it.
    public static readonly FuzzBudget Usual = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), 512L << 20);
}
