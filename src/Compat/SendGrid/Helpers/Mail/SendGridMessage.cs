using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>An e-mail, or several that differ in their personalizations.</summary>
public partial class SendGridMessage
{
    /// <summary>The sender.</summary>
    [JsonPropertyName("from")]
    public EmailAddress From { get; set; }

    /// <summary>The subject of the personalizations that have none.</summary>
    [JsonPropertyName("subject")]
    public string Subject { get; set; }

    /// <summary>The envelopes, at most 1000.</summary>
    [JsonPropertyName("personalizations")]
    public List<Personalization> Personalizations { get; set; }

    /// <summary>The forms of the text, plain text before HTML.</summary>
    [JsonPropertyName("content")]
    public List<Content> Contents { get; set; }

    /// <summary>The plain text; with <see cref="HtmlContent"/> it replaces <see cref="Contents"/> when the message is serialised.</summary>
    [JsonIgnore]
    public string PlainTextContent { get; set; }

    /// <summary>The HTML; with <see cref="PlainTextContent"/> it replaces <see cref="Contents"/> when the message is serialised.</summary>
    [JsonIgnore]
    public string HtmlContent { get; set; }

    /// <summary>Files.</summary>
    [JsonPropertyName("attachments")]
    public List<Attachment> Attachments { get; set; }

    /// <summary>The provider's template.</summary>
    [JsonPropertyName("template_id")]
    public string TemplateId { get; set; }

    /// <summary>Headers of all envelopes.</summary>
    [JsonPropertyName("headers")]
    public Dictionary<string, string> Headers { get; set; }

    /// <summary>Categories, at most ten; a repeated one is sent once. They are kept for long: no personal data.</summary>
    [JsonPropertyName("categories")]
    [JsonConverter(typeof(DistinctConverter<string>))]
    public List<string> Categories { get; set; }

    /// <summary>Values that come back in all events. They are kept for long: no personal data.</summary>
    [JsonPropertyName("custom_args")]
    public Dictionary<string, string> CustomArgs { get; set; }

    /// <summary>When to send, Unix seconds; null for at once.</summary>
    [JsonPropertyName("send_at")]
    public long? SendAt { get; set; }

    /// <summary>The unsubscribe group.</summary>
    [JsonPropertyName("asm")]
    public ASM Asm { get; set; }

    /// <summary>The batch, by which a scheduled sending can be stopped.</summary>
    [JsonPropertyName("batch_id")]
    public string BatchId { get; set; }

    /// <summary>The pool of addresses to send from.</summary>
    [JsonPropertyName("ip_pool_name")]
    public string IpPoolName { get; set; }

    /// <summary>How the e-mail is handled.</summary>
    [JsonPropertyName("mail_settings")]
    public MailSettings MailSettings { get; set; }

    /// <summary>What of the readers' doings is followed.</summary>
    [JsonPropertyName("tracking_settings")]
    public TrackingSettings TrackingSettings { get; set; }

    /// <summary>Where answers go.</summary>
    [JsonPropertyName("reply_to")]
    public EmailAddress ReplyTo { get; set; }

    /// <summary>Writes the message as the API reads it.</summary>
    /// <param name="useDefaultSerialization">
    /// Has no effect in this implementation: it has no global serializer settings to protect from.
    /// </param>
    /// <returns>JSON.</returns>
    public string Serialize(bool useDefaultSerialization = true)
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents = [];
            AddIfAny(MimeType.Text, PlainTextContent);
            AddIfAny(MimeType.Html, HtmlContent);
        }

        // The API refuses text/plain after text/html.
        Contents = Contents?.OrderBy(content => Rank(content.Type)).ToList();
        return MessageJson.Write(this);
    }

    private static int Rank(string type) => type == MimeType.Text ? 0 : type == MimeType.Html ? 1 : 2;

    private void AddIfAny(string type, string text)
    {
        if (text is not null)
        {
            AddContent(type, text);
        }
    }
}
