using Microsoft.Extensions.Logging;
using Notifieringar.Delivery.Email;
using NodaTime;

namespace Notifieringar.Workflows.Hooks;

/// <summary>Takes what the e-mail provider posts about e-mails, signed.</summary>
/// <param name="receipts">Keeps receipts.</param>
/// <param name="options">The provider's public key.</param>
/// <param name="time">Real time.</param>
/// <param name="logger">Log.</param>
public sealed partial class ReceiveEmailEvents(
    ReceiptKeeping receipts, HookOptions options, TimeProvider time, ILogger<ReceiveEmailEvents> logger)
{
    internal async Task<HookAnswer> RunAsync(HookPost post, CancellationToken cancellation)
    {
        if (options.MailPublicKey is not { Length: > 0 } key)
        {
            Log.NotSetUp(logger);
            return new HookAnswer(HookResult.NotSetUp);
        }

        var now = time.GetUtcNow();
        if (!EmailEventSignature.IsValid(key, post.Signature, post.Timestamp, post.Body.Span, now))
        {
            Log.Refused(logger);
            return new HookAnswer(HookResult.Refused);
        }

        if (EmailEvents.Read(post.Body, Instant.FromDateTimeOffset(now)) is not { } events)
        {
            return new HookAnswer(HookResult.NotUnderstood);
        }

        var kept = await receipts.KeepAsync(events.Receipts, cancellation).ConfigureAwait(false);
        Log.Taken(logger, kept, events.Ignored + events.Receipts.Length - kept);
        return new HookAnswer(HookResult.Taken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "E-mail events are refused: set Hooks__MailPublicKey (docs/architecture.md says what it is).")]
        public static partial void NotSetUp(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "E-mail events were refused: the signature is not right or the timestamp not fresh.")]
        public static partial void Refused(ILogger logger);

        [LoggerMessage(3, LogLevel.Information, "E-mail events: {Receipts} receipts kept, {Ignored} about nothing of ours.")]
        public static partial void Taken(ILogger logger, int receipts, int ignored);
    }
}
