namespace Notifieringar.LocalHost.Emulator;

/// <summary>Where the storage emulator keeps its data and which loopback ports it takes (0 = a free one).</summary>
internal sealed record EmulatorOptions
{
    public required string RepositoryRoot { get; init; }

    public required string DataFolder { get; init; }

    /// <summary>Forget everything at the end; the data folder is not touched.</summary>
    public bool InMemory { get; init; }

    /// <summary>Empty the data folder first.</summary>
    public bool Fresh { get; init; }

    public int BlobPort { get; init; }

    public int QueuePort { get; init; }

    public int TablePort { get; init; }
}
