using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>Keeps a message hidden while its function runs, however long that takes. Each renewal changes the receipt to settle it with.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly QueueMessage _message;
    private readonly TimeSpan _length;
    private readonly CancellationTokenSource _ended = new();
    private readonly PeriodicTimer _timer;
    private readonly Task _renewing;
    private string _popReceipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan length, TimeProvider time)
    {
        (_queue, _message, _length, _popReceipt) = (queue, message, length, message.PopReceipt);
        _timer = new PeriodicTimer(length / 2, time);
        _renewing = RenewAsync();
    }

    /// <summary>Stops renewing and returns the receipt that is valid now.</summary>
    public async Task<string> EndAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        return _popReceipt;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _timer.Dispose();
        _ended.Dispose();
    }

    private async Task RenewAsync()
    {
        try
        {
            while (await _timer.WaitForNextTickAsync(_ended.Token))
            {
                var renewed = await _queue.UpdateMessageAsync(
                    _message.MessageId, _popReceipt, _message.MessageText, _length, CancellationToken.None);
                _popReceipt = renewed.Value.PopReceipt;
            }
        }
        catch (Exception over) when (over is OperationCanceledException || MessageWork.IsStorageFailure(over))
        {
            // Ended, or somebody else has the message now; then settling it will say so.
        }
    }
}
