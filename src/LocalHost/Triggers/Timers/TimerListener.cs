using System.Text.Json.Nodes;

namespace Notifieringar.LocalHost.Triggers.Timers;

/// <summary>One timer function: when it is due, and its runs, which never overlap.</summary>
internal sealed class TimerListener : IDisposable
{
    private readonly TimerFunction _function;
    private readonly TimerSchedule _schedule;
    private readonly Invoker _invoker;
    private readonly TimerStatusFile _statuses;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public TimerListener(TimerFunction function, string schedule, Invoker invoker, TimerStatusFile statuses, TimeProvider time)
    {
        (_function, _invoker, _statuses, _time) = (function, invoker, statuses, time);
        _schedule = TimerSchedule.Parse(function.Name, schedule);
    }

    public string FunctionName => _function.Name;

    /// <summary>Runs on schedule until stopped.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            var due = FirstDue();
            while (true)
            {
                await WaitUntilAsync(due, stopping);
                await FireAsync(isPastDue: _time.GetUtcNow() - due > TimeSpan.FromSeconds(1), stopping);
                due = _schedule.NextAfterRun(due, _time.GetUtcNow());
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The machine stops.
        }
    }

    /// <summary>Runs once, now; waits for a run that is going on.</summary>
    public async Task<InvocationOutcome> FireAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var started = _time.GetUtcNow();
            var outcome = await InvokeWithRetriesAsync(isPastDue, cancellationToken);
            _statuses.Save(FunctionName, new TimerStatus(started, _schedule.Next(_time.GetUtcNow()), _time.GetUtcNow()));
            return outcome;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private DateTimeOffset FirstDue()
    {
        var now = _time.GetUtcNow();
        var missed = _function.UseMonitor && _statuses.Find(FunctionName) is { } status && status.Next < now ? status.Next : (DateTimeOffset?)null;
        return missed ?? (_function.RunOnStartup ? now : _schedule.Next(now));
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        // In pieces, because a suspended laptop or a corrected clock moves the moment under a long wait.
        while (due - _time.GetUtcNow() is { Ticks: > 0 } left)
        {
            await Task.Delay(left < TimeSpan.FromSeconds(30) ? left : TimeSpan.FromSeconds(30), _time, stopping);
        }
    }

    private async Task<InvocationOutcome> InvokeWithRetriesAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        var outcome = await _invoker.InvokeAsync(FunctionName, Payload(isPastDue), cancellationToken);
        for (var retry = 1; retry <= _function.Retry.MaxRetryCount && !outcome.Succeeded; retry++)
        {
            await Task.Delay(_function.Retry.WaitBefore(retry), _time, cancellationToken);
            outcome = await _invoker.InvokeAsync(FunctionName, Payload(isPastDue), cancellationToken);
        }

        return outcome;
    }

    private JsonObject Payload(bool isPastDue)
    {
        var now = _time.GetUtcNow();
        var status = _statuses.Find(FunctionName) ?? new TimerStatus(null, _schedule.Next(now), now);
        return TimerPayload.Build(FunctionName, _function.BindingName, _function.UseMonitor ? status : null, isPastDue, now);
    }
}
