using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>Watches one queue for one function with the host's rules: batches, hidden while in work, again after a failure, poison.</summary>
internal sealed class QueueListener : IDisposable
{
    private readonly QueueFunction _function;
    private readonly QueueRules _rules;
    private readonly LogFile _log;
    private readonly QueueClient _queue;
    private readonly PoisonQueue _poison;
    private readonly MessageWork _work;
    private readonly WakeUp _wakeUp = new();
    private readonly PollDelay _delay;
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private volatile bool _receiving;

    public QueueListener(QueueFunction function, QueueServiceClient service, QueueRules rules, Invoker invoker, SecondDelivery second, TimeProvider time, LogFile log)
    {
        (_function, _rules, _log) = (function, rules, log);
        _queue = service.GetQueueClient(function.QueueName);
        _poison = new PoisonQueue(service.GetQueueClient(function.QueueName + "-poison"), _queue);
        _work = new MessageWork(function, rules, _queue, _poison, invoker, second, time, log);
        _delay = new PollDelay(rules.MaxPollingInterval);
    }

    public string QueueName => _function.QueueName;

    public string FunctionName => _function.Name;

    /// <summary>Messages are being taken or are in work: what looks put off in the queue may be here.</summary>
    public bool IsBusy => _receiving || !_running.IsEmpty;

    /// <summary>Look now, whatever the wait.</summary>
    public void Wake()
    {
        _delay.Reset();
        _wakeUp.Set();
    }

    public Task<QueueLoad> LoadAsync(CancellationToken cancellationToken) => QueueLoad.ReadAsync(_queue, cancellationToken);

    public Task<int> PoisonCountAsync(CancellationToken cancellationToken) => _poison.CountAsync(cancellationToken);

    /// <param name="receiving">Cancelled first: no more messages are taken.</param>
    /// <param name="working">Cancelled when those in work have had their time; their messages are given back.</param>
    public async Task RunAsync(CancellationToken receiving, CancellationToken working)
    {
        try
        {
            while (true)
            {
                if (_running.Count > _rules.NewBatchThreshold)
                {
                    await _wakeUp.WaitAsync(_delay.Next(), receiving);
                }
                else if (await TakeAsync(receiving, working))
                {
                    _delay.Reset();
                }
                else
                {
                    await Task.Delay(QueueRules.BetweenLooks, receiving);
                    await _wakeUp.WaitAsync(_delay.Next(), receiving);
                }
            }
        }
        catch (OperationCanceledException) when (receiving.IsCancellationRequested)
        {
            await Task.WhenAll(_running.Keys);
        }
    }

    public void Dispose() => _wakeUp.Dispose();

    /// <summary>False when the queue has nothing to give.</summary>
    private async Task<bool> TakeAsync(CancellationToken receiving, CancellationToken working)
    {
        _receiving = true;
        try
        {
            var messages = await ReceiveAsync(receiving);
            foreach (var message in messages)
            {
                Start(message, working);
            }

            return messages.Length > 0;
        }
        finally
        {
            _receiving = false;
        }
    }

    private void Start(QueueMessage message, CancellationToken working)
    {
        var task = Task.Run(() => _work.HandleAsync(message, working), CancellationToken.None);
        _running.TryAdd(task, 0);
        _ = task.ContinueWith(
            done =>
            {
                _running.TryRemove(done, out _);
                _wakeUp.Set();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _queue.ReceiveMessagesAsync(_rules.BatchSize, _rules.Lease, cancellationToken)).Value;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // A queue is made by its first sender; until then it is as good as empty.
            return [];
        }
        catch (Exception failed) when (MessageWork.IsStorageFailure(failed))
        {
            _log.Write($"[{QueueName}] could not be read: {failed.Message}");
            return [];
        }
    }
}
