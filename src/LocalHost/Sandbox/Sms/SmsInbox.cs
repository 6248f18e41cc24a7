using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Notifieringar.LocalHost.Sandbox.Sms;

/// <summary>Takes a call's receivers one by one and answers for each, as the provider does.</summary>
internal sealed class SmsInbox(MessageStore messages, OutcomeTable outcomes, TimeProvider time, Func<DateTimeOffset> shownTime)
{
    private readonly Lock _accepting = new();

    public SmsSendAnswer Accept(SmsSendRequest request)
    {
        // Two tries of the same request at the same moment must not both be new.
        lock (_accepting)
        {
            return new SmsSendAnswer([.. request.SmsRecipients!.Select(receiver => Accept(request, receiver))]);
        }
    }

    private SmsSendItem Accept(SmsSendRequest request, SmsReceiver? receiver)
    {
        if (receiver?.To is not { } to || !SmsRules.PhoneNumber().IsMatch(to))
        {
            return Refused(receiver?.To ?? "", "Invalid To phone number format.");
        }

        switch (outcomes.Of(to))
        {
            case Outcome.Refused:
                return Refused(to, "Invalid To phone number format.");
            case Outcome.Unavailable:
                return new SmsSendItem(to, StatusCodes.Status503ServiceUnavailable, Successful: false) { ErrorMessage = "ServiceUnavailable" };
        }

        var content = Digest(request, to);
        var (repeat, first) = Repeatability.Judge(receiver, content, messages.FindRepeatable, time.GetUtcNow());
        return repeat switch
        {
            Repeat.OutsideWindow => Refused(to, "The first try has no RFC 1123 date, or one more than five minutes away.", "rejected"),
            Repeat.Reused => Refused(to, "The repeatability id was used for another message.", "rejected"),
            Repeat.Same => Accepted(first!, "accepted"),
            Repeat.New => Accepted(Store(request, receiver, content), "accepted"),
            _ => Accepted(Store(request, receiver, content), null),
        };
    }

    private SandboxMessage Store(SmsSendRequest request, SmsReceiver receiver, string content)
    {
        var now = time.GetUtcNow();
        return messages.Add(number => new SandboxMessage
        {
            Number = number,
            Channel = SandboxChannel.Sms,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"Outgoing_{now:yyyyMMddHHmmss}{Guid.NewGuid()}_noam"),
            ReceivedAt = now,
            ShownAt = shownTime(),
            From = request.From!,
            To = receiver.To!,
            Text = request.Message!,
            Tag = request.SmsSendOptions?.Tag,
            Language = LanguageGuess.Of(null, request.Message!),
            Repeatable = Repeatability.ParseFirstSent(receiver) is { } firstSent && receiver.RepeatabilityRequestId is { Length: > 0 } id
                ? new RepeatableRequest(id, firstSent, content)
                : null,
        });
    }

    private static SmsSendItem Accepted(SandboxMessage message, string? repeatability) =>
        new(message.To, StatusCodes.Status202Accepted, Successful: true) { MessageId = message.MessageId, RepeatabilityResult = repeatability };

    private static SmsSendItem Refused(string to, string error, string? repeatability = null) =>
        new(to, StatusCodes.Status400BadRequest, Successful: false) { ErrorMessage = error, RepeatabilityResult = repeatability };

    private static string Digest(SmsSendRequest request, string to)
    {
        var options = request.SmsSendOptions;
        var said = string.Join('\0', request.From, to, request.Message, options?.Tag, options?.EnableDeliveryReport);
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }
}
