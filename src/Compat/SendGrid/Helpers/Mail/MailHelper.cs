namespace SendGrid.Helpers.Mail;

/// <summary>Makes the usual messages in one call.</summary>
public class MailHelper
{
    /// <summary>Makes an e-mail to one recipient.</summary>
    /// <param name="from">The sender.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="plainTextContent">The plain text; null or empty for none.</param>
    /// <param name="htmlContent">The HTML; null or empty for none.</param>
    /// <returns>The message.</returns>
    public static SendGridMessage CreateSingleEmail(
        EmailAddress from, EmailAddress to, string subject, string plainTextContent, string htmlContent)
    {
        var message = From(from, plainTextContent, htmlContent);
        message.SetSubject(subject);
        message.AddTo(to);
        return message;
    }

    /// <summary>Makes an e-mail to several recipients.</summary>
    /// <param name="from">The sender.</param>
    /// <param name="tos">The recipients.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="plainTextContent">The plain text; null or empty for none.</param>
    /// <param name="htmlContent">The HTML; null or empty for none.</param>
    /// <param name="showAllRecipients">Whether they see each other's addresses.</param>
    /// <returns>The message.</returns>
    public static SendGridMessage CreateSingleEmailToMultipleRecipients(
        EmailAddress from,
        List<EmailAddress> tos,
        string subject,
        string plainTextContent,
        string htmlContent,
        bool showAllRecipients = false)
    {
        var message = From(from, plainTextContent, htmlContent);
        message.SetGlobalSubject(subject);
        if (showAllRecipients)
        {
            message.AddTos(tos);
            return message;
        }

        for (var index = 0; index < tos.Count; index++)
        {
            message.AddTo(tos[index], index);
        }

        return message;
    }

    private static SendGridMessage From(EmailAddress from, string plainText, string html)
    {
        var message = new SendGridMessage { From = from };
        if (!string.IsNullOrEmpty(plainText))
        {
            message.AddContent(MimeType.Text, plainText);
        }

        if (!string.IsNullOrEmpty(html))
        {
            message.AddContent(MimeType.Html, html);
        }

        return message;
    }
}
