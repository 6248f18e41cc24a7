using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Notifieringar.Delivery.Sms;
using Notifieringar.Model;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows.Hooks;

/// <summary>Takes what Event Grid posts about SMS: delivery reports, messages from people, and the question whether a subscription is ours.</summary>
/// <param name="receipts">Keeps receipts.</param>
/// <param name="inbox">Keeps messages from people.</param>
/// <param name="messages">Says that they are to be read.</param>
/// <param name="definitions">Units.</param>
/// <param name="options">The secret.</param>
/// <param name="clock">Says in which hour they stand.</param>
/// <param name="time">Real time.</param>
/// <param name="logger">Log.</param>
public sealed partial class ReceiveSmsEvents(
    ReceiptKeeping receipts,
    Inbox inbox,
    WaitingMessages messages,
    DefinitionCache definitions,
    HookOptions options,
    IClock clock,
    TimeProvider time,
    ILogger<ReceiveSmsEvents> logger)
{
    private const int IdLength = 16;

    internal async Task<HookAnswer> RunAsync(HookPost post, CancellationToken cancellation)
    {
        if (options.SmsSecret is not { Length: > 0 } secret)
        {
            Log.NotSetUp(logger);
            return new HookAnswer(HookResult.NotSetUp);
        }

        if (!CryptographicOperations.FixedTimeEquals(Hash(post.Secret), Hash(secret)))
        {
            Log.Refused(logger);
            return new HookAnswer(HookResult.Refused);
        }

        if (options.SmsCaller is { Length: > 0 } caller && !post.Caller.Equals(caller, StringComparison.OrdinalIgnoreCase))
        {
            Log.OtherCaller(logger);
            return new HookAnswer(HookResult.Refused);
        }

        if (SmsEvents.Read(post.Body, Instant.FromDateTimeOffset(time.GetUtcNow())) is not { } events)
        {
            return new HookAnswer(HookResult.NotUnderstood);
        }

        if (events.ValidationCode is { } code)
        {
            return Validate(post, code);
        }

        var kept = await receipts.KeepAsync(events.Receipts, cancellation).ConfigureAwait(false);
        foreach (var message in events.Inbound)
        {
            await KeepAsync(message, cancellation).ConfigureAwait(false);
        }

        Log.Taken(logger, kept, events.Inbound.Length, events.Ignored + events.Receipts.Length - kept);
        return new HookAnswer(HookResult.Taken);
    }

    // Whoever makes a subscription to our address sends us its events: only the one we expect is approved.
    private HookAnswer Validate(HookPost post, string code)
    {
        var isOurs = options.SmsSubscription is not { Length: > 0 } expected
            || post.Subscription.Equals(expected, StringComparison.OrdinalIgnoreCase);
        Log.Validated(logger, isOurs);
        return isOurs ? new HookAnswer(HookResult.Taken, code) : new HookAnswer(HookResult.Refused);
    }

    private async Task KeepAsync(InboundSms message, CancellationToken cancellation)
    {
        var owners = (await definitions.UnitsAsync(cancellation).ConfigureAwait(false))
            .Where(rules => PhoneNumber.TryParse(rules.SmsSender, out var number, out _) && number.E164 == message.To)
            .Select(rules => rules.Unit)
            .ToList();
        var unit = owners is [var only] ? only : Inbox.AnyUnit;
        var id = Keys.Inbox(message.At, Convert.ToHexStringLower(Hash(message.Id))[..IdLength]);
        await inbox.AddAsync(
            new InboxMessage(unit, id, message.From, message.To, message.Text, MessageState.Received, message.At), cancellation).ConfigureAwait(false);
        await messages.PutAsync(unit, id, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "SMS events are refused: set Hooks__SmsSecret (docs/architecture.md says what it is).")]
        public static partial void NotSetUp(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "SMS events with a wrong secret were refused.")]
        public static partial void Refused(ILogger logger);

        [LoggerMessage(3, LogLevel.Information, "SMS events: {Receipts} receipts and {Messages} messages kept, {Ignored} about nothing of ours.")]
        public static partial void Taken(ILogger logger, int receipts, int messages, int ignored);

        [LoggerMessage(5, LogLevel.Warning, "SMS events with the right secret, but without the token of Hooks__SmsCaller, were refused.")]
        public static partial void OtherCaller(ILogger logger);

        [LoggerMessage(4, LogLevel.Information, "An event subscription for SMS asked whether it is ours: {IsOurs}.")]
        public static partial void Validated(ILogger logger, bool isOurs);
    }
}
