using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Notifieringar.LocalHost.FunctionProcess;
using Notifieringar.LocalHost.Processes;
using Notifieringar.LocalHost.Triggers.Queues;
using Notifieringar.LocalHost.Triggers.Timers;

namespace Notifieringar.LocalHost.Triggers;

/// <summary>Everything that sets functions going but HTTP: the timers and the queues.</summary>
internal sealed class TriggerRunner : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);
    private readonly TriggerOptions _options;
    private readonly Activity _activity;
    private readonly Invoker _invoker;
    private readonly TimeProvider _time;
    private readonly HttpClientTransport _storageConnections = new(new HttpClient(new SocketsHttpHandler { UseProxy = false }));
    private readonly List<QueueListener> _queues;
    private readonly List<TimerListener> _timers;
    private readonly CancellationTokenSource _receiving = new();
    private readonly CancellationTokenSource _working = new();
    private Task _running = Task.CompletedTask;

    private TriggerRunner(TriggerOptions options, HandlerGroup processes, Activity activity, TimeProvider time, LogFile log)
    {
        (_options, _activity, _time) = (options, activity, time);
        _invoker = new Invoker(processes, activity, options.Folder.FunctionTimeout, log);
        var statuses = new TimerStatusFile(options.TimerStatusPath);
        _timers = [.. options.Folder.Functions.OfType<TimerFunction>()
            .Select(function => new TimerListener(function, options.Resolve(function.Schedule), _invoker, statuses, time))];
        _queues = [.. options.Folder.Functions.OfType<QueueFunction>()
            .Select(function => function with { QueueName = options.Resolve(function.QueueName) })
            .Select(function => new QueueListener(
                function, Service(options.Setting(function.Connection)), options.Queues, _invoker, SecondDelivery, time, log))];
    }

    /// <summary>Queues promise at least once; this is the "at least".</summary>
    public SecondDelivery SecondDelivery { get; } = new();

    public IReadOnlyList<string> TimerNames => [.. _timers.Select(timer => timer.FunctionName)];

    public IReadOnlyList<string> QueueNames => [.. _queues.Select(queue => queue.QueueName)];

    public static TriggerRunner Start(TriggerOptions options, HandlerGroup processes, Activity activity, TimeProvider time, LogFile log)
    {
        var runner = new TriggerRunner(options, processes, activity, time, log);
        activity.Ended += runner.WakeQueues;
        var loops = runner._queues.Select(queue => queue.RunAsync(runner._receiving.Token, runner._working.Token));
        if (options.TimersRun)
        {
            loops = loops.Concat(runner._timers.Select(timer => timer.RunAsync(runner._receiving.Token)));
        }

        runner._running = Task.WhenAll([.. loops]);
        return runner;
    }

    /// <summary>Runs a timer function once, now, and returns how it ended.</summary>
    /// <exception cref="ArgumentException">There is no timer function of that name.</exception>
    public Task<InvocationOutcome> FireTimerAsync(string functionName, CancellationToken cancellationToken = default)
    {
        var timer = _timers.FirstOrDefault(timer => timer.FunctionName == functionName)
            ?? throw new ArgumentException($"No timer function is named {functionName}.", nameof(functionName));
        return timer.FireAsync(isPastDue: false, cancellationToken);
    }

    /// <summary>Hands a queue function a message directly, past the queue.</summary>
    /// <exception cref="ArgumentException">There is no queue function of that name.</exception>
    public Task<InvocationOutcome> InvokeQueueAsync(string functionName, string text, CancellationToken cancellationToken = default)
    {
        var function = _options.Folder.Functions.OfType<QueueFunction>().FirstOrDefault(function => function.Name == functionName)
            ?? throw new ArgumentException($"No queue function is named {functionName}.", nameof(functionName));
        var now = _time.GetUtcNow();
        var message = new QueueMessageRead
        {
            Id = Guid.NewGuid().ToString(),
            PopReceipt = Convert.ToBase64String(Guid.NewGuid().ToByteArray()),
            Text = text,
            DequeueCount = 1,
            InsertedOn = now,
            ExpiresOn = now.AddDays(7),
            NextVisibleOn = now.Add(_options.MessageLease),
        };
        return _invoker.InvokeAsync(functionName, QueuePayload.Build(functionName, function.BindingName, message, now), cancellationToken);
    }

    /// <summary>All messages in all queues that have a function: waiting, in work and put off. Poison queues are not counted.</summary>
    public async Task<int> PendingCountAsync(CancellationToken cancellationToken = default) =>
        (await Task.WhenAll(_queues.Select(queue => queue.LoadAsync(cancellationToken)))).Sum(load => load.Total);

    /// <summary>Messages in the poison queues: nothing should ever be there.</summary>
    public async Task<int> PoisonCountAsync(CancellationToken cancellationToken = default) =>
        (await Task.WhenAll(_queues.Select(queue => queue.PoisonCountAsync(cancellationToken)))).Sum();

    /// <summary>
    /// Returns when no invocation is in flight and no queue holds a message that is due. Messages put off until later are
    /// waited for as long as <paramref name="waitForDelayed"/> says (two minutes unless told; zero: not at all), counted
    /// from the last thing that happened; how many are left is in the answer.
    /// </summary>
    public Task<Drained> DrainAsync(TimeSpan? waitForDelayed = null, CancellationToken cancellationToken = default) =>
        DrainAsync(waitForDelayed ?? TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(30), cancellationToken);

    /// <summary>
    /// As above, but over after <paramref name="atMost"/> whatever happens: a message that is put off again and again, because
    /// a provider is down, is always something that has just happened.
    /// </summary>
    public Task<Drained> DrainAsync(TimeSpan waitForDelayed, TimeSpan atMost, CancellationToken cancellationToken = default) =>
        new QueueDrain(_queues, _activity, _time).RunAsync(waitForDelayed, atMost, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _activity.Ended -= WakeQueues;
        await _receiving.CancelAsync();
        if (await Task.WhenAny(_running, Task.Delay(StopPatience, CancellationToken.None)) != _running)
        {
            await _working.CancelAsync();
        }

        await _running;
        _queues.ForEach(queue => queue.Dispose());
        _timers.ForEach(timer => timer.Dispose());
        _invoker.Dispose();
        _storageConnections.Dispose();
        _receiving.Dispose();
        _working.Dispose();
    }

    // Connections of our own end with us; the SDK's shared ones would keep the emulator waiting when it stops.
    private QueueServiceClient Service(string connectionString) =>
        new(connectionString, new QueueClientOptions { Transport = _storageConnections });

    private void WakeQueues() => _queues.ForEach(queue => queue.Wake());
}
