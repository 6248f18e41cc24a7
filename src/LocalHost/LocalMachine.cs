using NodaTime;
using Notifieringar.LocalHost.Emulator;
using Notifieringar.LocalHost.FunctionProcess;
using Notifieringar.LocalHost.Processes;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.LocalHost.Sandbox.Receipts;
using Notifieringar.LocalHost.StorageProxy;
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
    private StorageEmulator _emulator = null!;

    private LocalMachine(LocalMachineOptions options, TimeProvider time) => (_options, _time) = (options, time);

    /// <summary>The storage emulator's.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Where people reach the HTTP functions.</summary>
    public Uri PublicUrl { get; private set; } = null!;

    /// <summary>Where printed letters and their page lists are put for the outbox page to show.</summary>
    public string OutboxFolder => _options.OutboxFolder ?? LocalFolders.OutboxOf(_options.DataFolder);

    /// <summary>Opens HTTP functions that are not anonymous: x-functions-key or ?code=.</summary>
    public string FunctionKey { get; private set; } = "";

    /// <summary>The function process, or the first of them.</summary>
    public HandlerProcess FunctionsProcess => FunctionProcesses[0];

    /// <summary>As many as <see cref="LocalMachineOptions.FunctionProcesses"/> says; each can be killed while the others work.</summary>
    public IReadOnlyList<HandlerProcess> FunctionProcesses { get; private set; } = [];

    /// <summary>Makes storage misbehave towards the function processes. Null unless <see cref="LocalMachineOptions.StorageProxy"/> asks for it.</summary>
    public StorageFaultProxy? StorageProxy { get; private set; }

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

    /// <summary>
    /// Storage goes away for a while and comes back with everything it has acknowledged. With the proxy, calls in flight are
    /// torn first, as a crash would tear them.
    /// </summary>
    /// <exception cref="InvalidOperationException">Storage is kept in memory, and would be empty afterwards.</exception>
    public async Task StorageOutageAsync(TimeSpan down, CancellationToken cancellationToken = default)
    {
        StorageProxy?.DropConnections();
        await _emulator.OutageAsync(down, cancellationToken);
    }

    /// <summary>
    /// Returns when the queues are drained and no receipt is on its way, or after <paramref name="atMost"/> with what is left.
    /// </summary>
    public async Task<Drained> SettleAsync(TimeSpan waitForDelayed, TimeSpan atMost, CancellationToken cancellationToken = default)
    {
        var started = _time.GetTimestamp();
        while (true)
        {
            var left = atMost - _time.GetElapsedTime(started);
            var drained = await Triggers.DrainAsync(waitForDelayed, left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
            if (!drained.InTime || Sandbox.Receipts.Pending == 0)
            {
                return drained;
            }

            await Task.Delay(25, cancellationToken);
        }
    }

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

        var emulator = Keep(await StorageEmulator.StartAsync(_options.Emulator, register, _time, _options.Terminal, cancellationToken));
        ConnectionString = emulator.ConnectionString;
        _emulator = emulator;
        StorageProxy = _options.StorageProxy ? Keep(await StorageFaultProxy.StartAsync(emulator, _time, cancellationToken)) : null;
        var activity = new Activity();
        var server = Keep(await PublicServer.StartAsync(functions, _options.PublicPort, secrets.FunctionKey, activity, cancellationToken));
        PublicUrl = server.Url;
        Sandbox = Keep(await ProviderSandbox.StartAsync(SandboxOptions(secrets), _time, cancellationToken));

        var storage = StorageProxy?.ConnectionString ?? ConnectionString;
        var settings = AppSettings.Build(_options, storage, Sandbox, PublicUrl, secrets, _clock);
        var log = Keep(new LogFile(Path.Combine(folder, "functions.log"), _time, _options.Verbose ? _options.Terminal : null));
        var handler = new HandlerOptions { AppFolder = app, AppSettings = settings };
        for (var count = 0; count < _options.FunctionProcesses; count++)
        {
            var started = await HandlerProcess.StartAsync(handler, register, log, _time, _options.Terminal, cancellationToken);
            FunctionProcesses = [.. FunctionProcesses, Keep(started)];
        }

        var processes = new HandlerGroup(FunctionProcesses);
        server.Connect(processes);
        Triggers = Keep(TriggerRunner.Start(TriggerOptions(functions, settings), processes, activity, _time, log));
    }

    private TriggerOptions TriggerOptions(FunctionFolder functions, IReadOnlyDictionary<string, string> settings) => new()
    {
        Folder = functions,
        // The host is no part of what is tested: it takes messages from the emulator itself, whatever storage does to the app.
        AppSettings = new Dictionary<string, string>(settings) { ["AzureWebJobsStorage"] = ConnectionString },
        TimersRun = _options.TimersRun,
        TimerStatusPath = Path.Combine(_options.DataFolder, "timers.json"),
        MessageLease = _options.MessageLease,
    };

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

    private SandboxOptions SandboxOptions(Secrets secrets) => new()
    {
        Port = _options.SandboxPort,
        SmsAccessKey = secrets.SmsAccessKey,
        MailApiKey = secrets.MailApiKey,
        MessagesPath = Path.Combine(_options.DataFolder, "sandbox.jsonl"),
        LettersFolder = OutboxFolder,
        Fresh = _options.Fresh,
        ShownTime = _clock is { } clock ? () => clock.Now.ToDateTimeOffset() : null,
        ReceiptsTo = new HookAddress(PublicUrl, secrets.HookSmsSecret, secrets.MailSigningKey),
        Receipts = new ReceiptRules { Sent = _options.SendReceipts },
    };

    private T Keep<T>(T part)
        where T : notnull
    {
        _parts.Push(part);
        return part;
    }
}
