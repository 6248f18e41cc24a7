namespace Microsoft.Azure.Functions.Worker;

/// <summary>The occurrences that the host remembers for a timer.</summary>
public class ScheduleStatus
{
    /// <summary>The last occurrence; <see cref="DateTime.MinValue"/> before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next occurrence as it was expected at the last one.</summary>
    public DateTime Next { get; set; }

    /// <summary>When the host last wrote this status.</summary>
    public DateTime LastUpdated { get; set; }
}
