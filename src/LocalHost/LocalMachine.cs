using NodaTime;
using Notifieringar.LocalHost.Emulator;
using Notifieringar.LocalHost.FunctionProcess;
using Notifieringar.LocalHost.Processes;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.LocalHost.Triggers;
using Notifieringar.LocalHost.Triggers.Http;

namespace Notifieringar.LocalHost;

/// <summary>
/// The whole system on one machine: storage emulator, function process, triggers, public address and provider sandbox.
/// Disposing of it stops every child.
/// </summary>
internal sealed class LocalMachine : IAsyncDisposable
{
    // Stopped in the opposite order of starting.
    private readonly Stack<object> _parts = new();
    private readonly LocalMachineOptions _options;
    private readonly TimeProvider _time;
    private ClockFile? _clock;

    private LocalMachine(LocalMachineOptions options, TimeProvider time) => (_options, _time) = (options, time);

    /// <summary>The storage emulator's.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Where people reach the HTTP functions.</summary>
    public Uri PublicUrl { get; private set; } = null!;

    /// <summary>Where printed letters and their page lists are put for the outbox page to show.</summary>
    public string OutboxFolder => _options.OutboxFolder ?? LocalFolders.OutboxOf(_options.DataFolder);

    /// <summary>Opens HTTP functions that are not anonymous: x-functions-key or ?code=.</summary>
    public string FunctionKey { get; private set; } = "";

    public HandlerProcess FunctionsProcess { get; private set; } = null!;

    public TriggerRunner Triggers { get; private set; } = null!;

    public ProviderSandbox Sandbox { get; private set; } = null!;

    /// <exception cref="StartFailedException">Something is missing or a port is taken; the message says what to do.</exception>
    public static async Task<LocalMachine> StartAsync(
        LocalMachineOptions options, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var machine = new LocalMachine(options, time ?? TimeProvider.System);
        try
        {
            await machine.StartPartsAsync(cancellationToken);
            return machine;
        }
        catch
        {
            await machine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Moves the clock that decides what is due. Leases, retries and signatures stay on real time.</summary>
    /// <exception cref="InvalidOperationException">The machine was started without <see cref="LocalMachineOptions.ClockStart"/>.</exception>
    public void SetClock(Instant instant) =>
        (_clock ?? throw new InvalidOperationException("This machine's clock is the real one: start it with ClockStart to move it.")).Set(instant);

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            if (part is IAsyncDisposable stopping)
            {
                await stopping.DisposeAsync();
            }
            else
            {
                ((IDisposable)part).Dispose();
            }
        }
    }

    private async Task StartPartsAsync(CancellationToken cancellationToken)
    {
        var folder = _options.DataFolder;
        Keep(DataFolderLock.Take(folder));
        var register = new ChildRegister(Path.Combine(folder, "children.json"));
        if (register.StopLeftovers() is > 0 and var stopped)
        {
            await _options.Terminal.WriteLineAsync($"  Stopped {stopped} process(es) that an earlier, interrupted run left behind.");
        }

        ForgetIfFresh();
        var secrets = Secrets.LoadOrCreate(Path.Combine(folder, "secrets.json"));
        FunctionKey = secrets.FunctionKey;
        _clock = _options.ClockStart is { } start ? new ClockFile(Path.Combine(folder, "clock"), start) : null;
        var app = _options.FunctionsFolder ?? LocalFolders.Functions;
        var functions = FunctionFolder.Read(app);

        var emulator = Keep(await StorageEmulator.StartAsync(EmulatorOptions(), register, _time, _options.Terminal, cancellationToken));
        ConnectionString = emulator.ConnectionString;
        Sandbox = Keep(await ProviderSandbox.StartAsync(SandboxOptions(secrets), _time, cancellationToken));
        var activity = new Activity();
        var server = Keep(await PublicServer.StartAsync(functions, _options.PublicPort, secrets.FunctionKey, activity, cancellationToken));
        PublicUrl = server.Url;

        var settings = AppSettings.Build(_options, ConnectionString, Sandbox, PublicUrl, secrets, _clock);
        var log = Keep(new LogFile(Path.Combine(folder, "functions.log"), _time, _options.Verbose ? _options.Terminal : null));
        FunctionsProcess = Keep(await HandlerProcess.StartAsync(
            new HandlerOptions { AppFolder = app, AppSettings = settings }, register, log, _time, _options.Terminal, cancellationToken));
        server.Connect(FunctionsProcess);
        Triggers = Keep(TriggerRunner.Start(
            new TriggerOptions
            {
                Folder = functions,
                AppSettings = settings,
                TimersRun = _options.TimersRun,
                TimerStatusPath = Path.Combine(folder, "timers.json"),
            },
            FunctionsProcess, activity, _time, log));
    }

    private void ForgetIfFresh()
    {
        if (!_options.Fresh)
        {
            return;
        }

        File.Delete(Path.Combine(_options.DataFolder, "timers.json"));
        if (Directory.Exists(OutboxFolder))
        {
            Directory.Delete(OutboxFolder, recursive: true);
        }
    }

    private EmulatorOptions EmulatorOptions() => new()
    {
        RepositoryRoot = _options.RepositoryRoot,
        DataFolder = _options.DataFolder,
        Fresh = _options.Fresh,
        InMemory = _options.InMemory,
        BlobPort = _options.BlobPort,
        QueuePort = _options.QueuePort,
        TablePort = _options.TablePort,
    };

    private SandboxOptions SandboxOptions(Secrets secrets) => new()
    {
        Port = _options.SandboxPort,
        SmsAccessKey = secrets.SmsAccessKey,
        MailApiKey = secrets.MailApiKey,
        MessagesPath = Path.Combine(_options.DataFolder, "sandbox.jsonl"),
        LettersFolder = OutboxFolder,
        Fresh = _options.Fresh,
        ShownTime = _clock is { } clock ? () => clock.Now.ToDateTimeOffset() : null,
    };

    private T Keep<T>(T part)
        where T : notnull
    {
        _parts.Push(part);
        return part;
    }
}
