namespace Notifieringar.LocalHost.Triggers.Timers;

/// <summary>A timer's last run, the next one, and when this was written. <see cref="Last"/> is null before the first run.</summary>
internal sealed record TimerStatus(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
