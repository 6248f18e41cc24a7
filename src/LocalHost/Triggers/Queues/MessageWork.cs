using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>One message from its receipt to its end: deleted, given back, or put aside as poison.</summary>
internal sealed class MessageWork(
    QueueFunction function, QueueRules rules, QueueClient queue, PoisonQueue poison, Invoker invoker, SecondDelivery second, TimeProvider time, LogFile log)
{
    public async Task HandleAsync(QueueMessage message, CancellationToken working)
    {
        try
        {
            await WorkAsync(message, working);
        }
        catch (Exception failed) when (IsStorageFailure(failed))
        {
            // The message stays in the queue and is seen again when its lease runs out.
            log.Write($"[{function.Name}] message {message.MessageId} could not be settled: {failed.Message}");
        }
        catch (OperationCanceledException) when (working.IsCancellationRequested)
        {
            // A second delivery that the end of the machine cut short.
        }
    }

    // The storage pipeline throws the second kind when every one of its own tries failed.
    public static bool IsStorageFailure(Exception failed) => failed is RequestFailedException or AggregateException;

    private async Task WorkAsync(QueueMessage message, CancellationToken working)
    {
        // More deliveries than allowed means that the process died with the message each time: it is not tried again.
        if (message.DequeueCount > rules.MaxDequeueCount || QueueText.Decode(message, rules.Base64) is not { } text)
        {
            await poison.MoveAsync(message.MessageText, message.MessageId, message.PopReceipt);
            return;
        }

        await using var lease = new MessageLease(queue, message, rules.Lease, time);
        var when = second.Draw();
        Task again = Task.CompletedTask;
        InvocationOutcome outcome;
        try
        {
            var first = InvokeAsync(message, text, working);
            again = when == SecondDeliveryTime.AtOnce ? InvokeAsync(message, text, working) : again;
            outcome = await first;
        }
        catch (OperationCanceledException) when (working.IsCancellationRequested)
        {
            await GiveBackAsync(message, await lease.EndAsync(), TimeSpan.Zero);
            return;
        }

        await SettleAsync(message, await lease.EndAsync(), outcome);
        await (when == SecondDeliveryTime.Afterwards ? InvokeAsync(message, text, working) : again);
    }

    private Task<InvocationOutcome> InvokeAsync(QueueMessage message, string text, CancellationToken working) => invoker.InvokeAsync(
        function.Name, QueuePayload.Build(function.Name, function.BindingName, QueueText.Describe(message, text), time.GetUtcNow()), working);

    private async Task SettleAsync(QueueMessage message, string popReceipt, InvocationOutcome outcome)
    {
        if (outcome.Succeeded)
        {
            await queue.DeleteMessageAsync(message.MessageId, popReceipt, CancellationToken.None);
        }
        else if (message.DequeueCount >= rules.MaxDequeueCount)
        {
            await poison.MoveAsync(message.MessageText, message.MessageId, popReceipt);
            log.Write($"[{function.Name}] message {message.MessageId} failed {message.DequeueCount} times and is in {function.QueueName}-poison");
        }
        else
        {
            await GiveBackAsync(message, popReceipt, rules.VisibilityTimeout);
        }
    }

    private Task<Response<UpdateReceipt>> GiveBackAsync(QueueMessage message, string popReceipt, TimeSpan rest) =>
        queue.UpdateMessageAsync(message.MessageId, popReceipt, message.MessageText, rest, CancellationToken.None);
}
