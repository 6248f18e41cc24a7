namespace Notifieringar.LocalHost.FunctionProcess;

/// <summary>A process that dies at once is not started in a tight loop; one that ran a while is started again soon.</summary>
internal static class RestartDelay
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static TimeSpan After(int earlyDeathsInARow) =>
        TimeSpan.FromMilliseconds(Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, Math.Min(earlyDeathsInARow, 10))));
}
