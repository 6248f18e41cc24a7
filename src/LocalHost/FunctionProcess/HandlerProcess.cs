using System.Globalization;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.FunctionProcess;

/// <summary>
/// The function app as a custom handler: started, watched and started again, the way the Functions host does it. The port
/// is a new one at each start, so nothing waits for an old socket.
/// </summary>
internal sealed class HandlerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    private readonly HandlerStarter _starter;
    private readonly ChildRegister? _register;
    private readonly TimeProvider _time;
    private readonly TextWriter _terminal;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _changing = new();
    private TaskCompletionSource<Uri> _ready = NewReady();
    private TaskCompletionSource _nextReady = NewSignal();
    private ChildProcess? _process;
    private Task _watching = Task.CompletedTask;
    private volatile bool _killed;

    private HandlerProcess(HandlerOptions options, ChildRegister? register, LogFile log, TimeProvider time, TextWriter terminal)
    {
        (_register, _time, _terminal) = (register, time, terminal);
        _starter = new HandlerStarter(options, log, time);
    }

    /// <summary>Of the process that runs now, or of the last one that did.</summary>
    public int ProcessId => _process?.Id ?? 0;

    /// <summary>How many times the process has been started again and has answered.</summary>
    public int Restarts { get; private set; }

    /// <summary>Where the running process listens; null while there is none that answers.</summary>
    public Uri? Address => _ready.Task.IsCompletedSuccessfully ? _ready.Task.Result : null;

    /// <exception cref="StartFailedException">The process ended, or answered nothing in time, at its first start.</exception>
    public static async Task<HandlerProcess> StartAsync(
        HandlerOptions options, ChildRegister? register, LogFile log, TimeProvider time, TextWriter terminal, CancellationToken cancellationToken)
    {
        var handler = new HandlerProcess(options, register, log, time, terminal);
        try
        {
            await handler.StartOnceAsync(cancellationToken);
        }
        catch
        {
            await handler.DisposeAsync();
            throw;
        }

        handler._watching = handler.WatchAsync();
        return handler;
    }

    /// <summary>The address to send to, once there is a process that answers.</summary>
    public Task<Uri> WaitUntilReadyAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);

    /// <summary>SIGKILL, as a crash or an out-of-memory kill would be. The process is started again.</summary>
    public void Kill()
    {
        _killed = true;
        _process?.Kill();
    }

    /// <summary>Returns when the process has been restarted more often than <paramref name="restarts"/> times and answers.</summary>
    public async Task WaitForRestartAsync(int restarts, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (_changing)
            {
                if (Restarts > restarts)
                {
                    return;
                }

                next = _nextReady.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watching;
        await StopProcessAsync();
        _starter.Dispose();
        _stopping.Dispose();
    }

    private static TaskCompletionSource<Uri> NewReady() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WatchAsync()
    {
        var earlyDeaths = 0;
        while (!_stopping.IsCancellationRequested)
        {
            var started = _time.GetTimestamp();
            await Task.WhenAny(_process!.Exited, Task.Delay(Timeout.Infinite, _stopping.Token));
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            lock (_changing)
            {
                _ready = NewReady();
            }

            // Killed from here it says nothing about the program, and comes back at once.
            earlyDeaths = !_killed && _time.GetElapsedTime(started) < Settled ? earlyDeaths + 1 : 0;
            _killed = false;
            if (!await RestartAsync(earlyDeaths))
            {
                return;
            }
        }
    }

    /// <summary>Tries until the process answers; false when the machine is stopping.</summary>
    private async Task<bool> RestartAsync(int earlyDeaths)
    {
        while (true)
        {
            try
            {
                // Ctrl-C reaches the child as well as us: the wait lets the news of our own stopping arrive before the complaint.
                await Task.Delay(RestartDelay.After(earlyDeaths), _stopping.Token);
                await _terminal.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"  The function process {ProcessId} ended (exit code {_process!.ExitCode}); starting it again."));
                await StopProcessAsync();
                await StartOnceAsync(_stopping.Token);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return false;
            }
            catch (StartFailedException failed)
            {
                await _terminal.WriteLineAsync("  " + failed.Message);
                earlyDeaths++;
                continue;
            }

            lock (_changing)
            {
                Restarts++;
                var ready = _nextReady;
                _nextReady = NewSignal();
                ready.SetResult();
            }

            return true;
        }
    }

    private async Task StartOnceAsync(CancellationToken cancellationToken)
    {
        var (process, address) = _starter.Start();
        _process = process;
        _register?.Add(process);
        await _starter.WaitUntilAnswersAsync(process, address, cancellationToken);
        lock (_changing)
        {
            _ready.TrySetResult(address);
        }
    }

    private async Task StopProcessAsync()
    {
        if (_process is { } process)
        {
            await process.StopAsync(StopPatience);
            _register?.Remove(process);
        }
    }
}
