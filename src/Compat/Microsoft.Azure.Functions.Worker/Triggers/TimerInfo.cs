namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the host tells a timer function about its schedule.</summary>
public class TimerInfo
{
    /// <summary>The last and next occurrence; null when the trigger does not use a monitor.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether the run makes up for an occurrence that was missed.</summary>
    public bool IsPastDue { get; set; }
}
