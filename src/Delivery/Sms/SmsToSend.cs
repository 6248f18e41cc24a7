using NodaTime;
using Notifieringar.Model;

namespace Notifieringar.Delivery.Sms;

/// <summary>One text message, ready to send.</summary>
/// <param name="NoticeKey">The reference that comes back in the delivery report as its tag; no personal data.</param>
/// <param name="To">The recipient.</param>
/// <param name="SenderId">An alphanumeric sender (see <see cref="SenderIdRules"/>) or a number of ours in E.164 form.</param>
/// <param name="Text">The text.</param>
/// <param name="RepeatabilityId">
/// The same for every try to send this notice: the provider sends it once within its window of five minutes.
/// </param>
/// <param name="FirstSent">When it was first tried; the window is counted from it, in whole seconds.</param>
public sealed record SmsToSend(
    string NoticeKey, PhoneNumber To, string SenderId, string Text, Guid RepeatabilityId, Instant FirstSent);
