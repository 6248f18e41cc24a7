using Notifieringar.LocalHost.Triggers.Queues;

namespace Notifieringar.LocalHost.Triggers;

/// <summary>What the triggers run on.</summary>
internal sealed record TriggerOptions
{
    public required FunctionFolder Folder { get; init; }

    /// <summary>Connection names of queue triggers and %names% in schedules and queue names are looked up here.</summary>
    public required IReadOnlyDictionary<string, string> AppSettings { get; init; }

    /// <summary>False: timers run only when fired by hand.</summary>
    public required bool TimersRun { get; init; }

    public required string TimerStatusPath { get; init; }

    public TimeSpan MessageLease { get; init; } = TimeSpan.FromMinutes(10);

    public QueueRules Queues => Folder.Queues with { Lease = MessageLease };

    /// <exception cref="StartFailedException">There is no such setting.</exception>
    public string Setting(string name) =>
        AppSettings.TryGetValue(name, out var value) ? value : throw new StartFailedException($"No app setting named {name}.");

    /// <summary>The host puts an app setting in place of a name between percent signs.</summary>
    public string Resolve(string text) => text is ['%', .. var name, '%'] ? Setting(name) : text;
}
