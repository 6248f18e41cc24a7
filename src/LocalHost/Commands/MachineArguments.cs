namespace Notifieringar.LocalHost.Commands;

/// <summary>The options every command that starts a machine understands.</summary>
internal static class MachineArguments
{
    public const string Help = """
          --port N          public address (7071; 0 = a free port)
          --sandbox-port N  provider sandbox and outbox page (7072)
          --blob-port N, --queue-port N, --table-port N   storage emulator (0)
          --fresh           forget storage, messages and letters of earlier runs first
          --in-memory       keep storage in memory only
          --data FOLDER     where everything is kept (artifacts/local)
          --functions FOLDER  another built function app
          --app FOLDER      a published function app, with its own browser and fonts
          --no-timers       timers do not run by themselves
          --verbose         show what the function process says
        """;

    /// <exception cref="UsageException">A value is missing or wrong.</exception>
    public static LocalMachineOptions Read(OptionReader options, TextWriter terminal)
    {
        var published = options.Text("--app");
        var machine = Read(options, terminal, published ?? options.Text("--functions"));
        return machine with { AppHasLetterTools = published is not null };
    }

    private static LocalMachineOptions Read(OptionReader options, TextWriter terminal, string? functions) => new()
    {
        RepositoryRoot = LocalFolders.RepositoryRoot,
        DataFolder = Path.GetFullPath(options.Text("--data") ?? LocalFolders.DefaultData),
        FunctionsFolder = functions is null ? null : Path.GetFullPath(functions),
        PublicPort = options.Port("--port", 7071),
        SandboxPort = options.Port("--sandbox-port", 7072),
        BlobPort = options.Port("--blob-port", 0),
        QueuePort = options.Port("--queue-port", 0),
        TablePort = options.Port("--table-port", 0),
        Fresh = options.Flag("--fresh"),
        InMemory = options.Flag("--in-memory"),
        TimersRun = !options.Flag("--no-timers"),
        SendReceipts = true,
        Verbose = options.Flag("--verbose"),
        Terminal = terminal,
    };
}
