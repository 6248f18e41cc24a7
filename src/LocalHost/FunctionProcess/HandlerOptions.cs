namespace Notifieringar.LocalHost.FunctionProcess;

/// <summary>The function app to start and what its environment holds.</summary>
internal sealed record HandlerOptions
{
    /// <summary>The built function app: host.json, one folder with a function.json per function, the executable.</summary>
    public required string AppFolder { get; init; }

    /// <summary>App settings, with <c>__</c> between sections, passed as environment variables.</summary>
    public required IReadOnlyDictionary<string, string> AppSettings { get; init; }

    /// <summary>How long the process may take until it answers anything at all (the host's own limit is 30 s).</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);
}
