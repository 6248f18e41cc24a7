using Notifieringar.Model;

namespace Notifieringar.Delivery.Email;

/// <summary>One e-mail, ready to send.</summary>
/// <param name="NoticeKey">The reference that comes back in the provider's events; no personal data, it is kept there for long.</param>
/// <param name="To">The recipient.</param>
/// <param name="FromAddress">The sender's address, of a domain that the provider may send for.</param>
/// <param name="FromName">The sender's name.</param>
/// <param name="ReplyTo">Where answers go; null for the sender's address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="PlainText">The text.</param>
/// <param name="Html">The same text as HTML.</param>
/// <param name="UnsubscribeUrl">
/// The address that takes a one-click unsubscription as a POST (RFC 8058); null for what cannot be unsubscribed from.
/// </param>
/// <param name="Calendar">The calendar file that goes with it; null for none.</param>
public sealed record EmailToSend(
    string NoticeKey,
    EmailAddress To,
    string FromAddress,
    string FromName,
    string? ReplyTo,
    string Subject,
    string PlainText,
    string Html,
    string? UnsubscribeUrl,
    CalendarAttachment? Calendar = null);

/// <summary>A calendar file, written.</summary>
/// <param name="Method">Its iTIP method: calendars read it from the media type.</param>
/// <param name="Content">The file.</param>
public sealed record CalendarAttachment(string Method, string Content);
