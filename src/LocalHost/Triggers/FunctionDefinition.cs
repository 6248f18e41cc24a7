namespace Notifieringar.LocalHost.Triggers;

/// <summary>A function as its function.json describes it.</summary>
internal abstract record FunctionDefinition(string Name, string BindingName);

internal sealed record TimerFunction(string Name, string BindingName, string Schedule) : FunctionDefinition(Name, BindingName)
{
    public bool RunOnStartup { get; init; }

    /// <summary>Remember the last run on file, so that a missed one is made up for at the next start.</summary>
    public bool UseMonitor { get; init; } = true;

    public RetryRule Retry { get; init; } = RetryRule.None;
}

internal sealed record QueueFunction(string Name, string BindingName, string QueueName, string Connection) : FunctionDefinition(Name, BindingName);

internal sealed record HttpFunction(string Name, string BindingName, string Route, string AuthLevel, IReadOnlyList<string> Methods)
    : FunctionDefinition(Name, BindingName)
{
    public bool NeedsKey => !AuthLevel.Equals("anonymous", StringComparison.OrdinalIgnoreCase);
}
