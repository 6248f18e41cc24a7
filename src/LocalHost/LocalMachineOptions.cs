using NodaTime;
using Notifieringar.LocalHost.Emulator;

namespace Notifieringar.LocalHost;

/// <summary>How to start a machine. Ports are loopback ports; 0 takes a free one.</summary>
internal sealed record LocalMachineOptions
{
    public required string RepositoryRoot { get; init; }

    /// <summary>Where everything is kept between runs.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The built function app; null takes the one built along with this host.</summary>
    public string? FunctionsFolder { get; init; }

    /// <summary>The function app was published with the browser and the fonts it prints letters with; false: it is given those of the repository.</summary>
    public bool AppHasLetterTools { get; init; }

    /// <summary>Printed letters with their page lists; null is artifacts/outbox, or a folder inside an own data folder.</summary>
    public string? OutboxFolder { get; init; }

    /// <summary>Forget storage, messages, timers and letters of earlier runs first. Keys are kept.</summary>
    public bool Fresh { get; init; }

    /// <summary>Storage in memory only, gone at the end.</summary>
    public bool InMemory { get; init; }

    public int PublicPort { get; init; }

    public int SandboxPort { get; init; }

    public int BlobPort { get; init; }

    public int QueuePort { get; init; }

    public int TablePort { get; init; }

    /// <summary>False: timers run only when fired by hand.</summary>
    public bool TimersRun { get; init; } = true;

    /// <summary>Makes the clock that decides what is due movable, and sets it. Null: the function app's clock is the real one.</summary>
    public Instant? ClockStart { get; init; }

    /// <summary>How many function processes share the work, as instances of a function app do.</summary>
    public int FunctionProcesses { get; init; } = 1;

    /// <summary>Puts a proxy between the function processes and the emulator that can delay, fail and tear their calls.</summary>
    public bool StorageProxy { get; init; }

    /// <summary>How long a queue message in work is hidden from others; renewed while its function runs. The real host: ten minutes.</summary>
    public TimeSpan MessageLease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The provider sandbox sends receipts to /hooks/sms and /hooks/mail; how, its rules say.</summary>
    public bool SendReceipts { get; init; }

    /// <summary>Copy what the function process says to the terminal.</summary>
    public bool Verbose { get; init; }

    /// <summary>App settings on top of the machine's own; these win.</summary>
    public IReadOnlyDictionary<string, string> ExtraSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>For the few lines a person should read; nothing unless given.</summary>
    public TextWriter Terminal { get; init; } = TextWriter.Null;

    /// <summary>The part of this that is the emulator's.</summary>
    public EmulatorOptions Emulator => new()
    {
        RepositoryRoot = RepositoryRoot,
        DataFolder = DataFolder,
        Fresh = Fresh,
        InMemory = InMemory,
        BlobPort = BlobPort,
        QueuePort = QueuePort,
        TablePort = TablePort,
    };
}
