using System.Text.Json;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Delivery.Sms;

/// <summary>A message that somebody has sent to one of our numbers.</summary>
/// <param name="Id">The provider's id of the message.</param>
/// <param name="From">Whose it is: in E.164 form, or as it came when it cannot be read.</param>
/// <param name="To">Our number, likewise.</param>
/// <param name="Text">The text.</param>
/// <param name="At">When, by the provider's clock.</param>
public sealed record InboundSms(string Id, string From, string To, string Text, Instant At)
{
    internal static InboundSms? Of(JsonElement data, Instant at) =>
        HookJson.Text(data, "messageId") is { Length: > 0 } id && HookJson.Text(data, "from") is { Length: > 0 } from
            ? new InboundSms(id, Number(from), Number(HookJson.Text(data, "to") ?? ""), HookJson.Text(data, "message") ?? "", at)
            : null;

    // Events write our numbers and theirs without the plus sign now and then.
    private static string Number(string text) => PhoneNumber.TryParse(text, out var number, out _) ? number.E164 : text;
}
