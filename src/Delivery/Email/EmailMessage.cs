using System.Text;
using SendGrid.Helpers.Mail;
using MailAddress = SendGrid.Helpers.Mail.EmailAddress;

namespace Notifieringar.Delivery.Email;

/// <summary>Writes an e-mail as the provider takes it.</summary>
internal static class EmailMessage
{
    /// <summary>
    /// The custom argument that holds the notice key. Events show it beside the provider's own fields, so its prefix keeps it apart
    /// from them.
    /// </summary>
    public const string NoticeKeyArgument = "ntc_key";

    public static SendGridMessage From(EmailToSend email)
    {
        var message = new SendGridMessage
        {
            From = new MailAddress(email.FromAddress, email.FromName),
            Subject = email.Subject,
            PlainTextContent = email.PlainText,
            HtmlContent = email.Html,
        };

        // Neither names nor categories: the provider needs none, and keeps what it gets.
        message.AddTo(new MailAddress(email.To.Value));
        message.AddCustomArg(NoticeKeyArgument, email.NoticeKey);
        if (email.ReplyTo is { Length: > 0 } replyTo)
        {
            message.SetReplyTo(new MailAddress(replyTo));
        }

        if (email.UnsubscribeUrl is { } url)
        {
            // As a URI it holds no line end and no angle bracket that could end the header.
            message.AddHeader("List-Unsubscribe", $"<{new Uri(url, UriKind.Absolute).AbsoluteUri}>");
            message.AddHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        if (email.Calendar is { } calendar)
        {
            message.AddAttachment(new Attachment
            {
                Content = Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar.Content)),
                Type = $"text/calendar; charset=utf-8; method={calendar.Method}",
                Filename = "tid.ics",
                Disposition = "attachment",
            });
        }

        // Who opened and clicked is none of our business, and rewritten links frighten careful readers.
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSubscriptionTracking(false);
        return message;
    }
}
