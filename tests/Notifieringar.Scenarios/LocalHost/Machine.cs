using Azure.Storage.Queues;
using NodaTime;
using Notifieringar.LocalHost;

namespace Notifieringar.Scenarios.LocalHost;

/// <summary>A machine for one scenario: storage in memory, free ports, its own data folder, timers by hand.</summary>
internal sealed class Machine : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("notifieringar-machine-");

    public required TestApp App { get; init; }

    public Behaviour Behaviour { get; private set; } = null!;

    public LocalMachine Local { get; private set; } = null!;

    public StringWriter Terminal { get; } = new();

    public static async Task<Machine> StartAsync(
        TestApp app, Instant? clockStart = null, bool inMemory = true, Func<LocalMachineOptions, LocalMachineOptions>? change = null)
    {
        var machine = new Machine { App = app, Behaviour = await Behaviour.StartAsync() };
        await machine.StartLocalAsync(inMemory, clockStart, change);
        return machine;
    }

    public string DataFolder => _data.FullName;

    public async Task StartLocalAsync(
        bool inMemory, Instant? clockStart = null, Func<LocalMachineOptions, LocalMachineOptions>? change = null) => Local = await LocalMachine.StartAsync(
        (change ?? (options => options))(new LocalMachineOptions
        {
            RepositoryRoot = Emulator.RepositoryRoot,
            DataFolder = DataFolder,
            FunctionsFolder = App.Folder,
            OutboxFolder = Path.Combine(DataFolder, "outbox"),
            InMemory = inMemory,
            TimersRun = false,
            ClockStart = clockStart,
            Terminal = TextWriter.Synchronized(Terminal),
            ExtraSettings = new Dictionary<string, string> { ["ASK"] = Behaviour.Url },
        }),
        cancellationToken: TestContext.Current.CancellationToken);

    public async Task<QueueClient> QueueAsync(string name)
    {
        var queue = new QueueClient(Local.ConnectionString, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync();
        return queue;
    }

    public async ValueTask DisposeAsync()
    {
        await Local.DisposeAsync();
        await Behaviour.DisposeAsync();
        App.Dispose();
        _data.Delete(recursive: true);
    }
}
