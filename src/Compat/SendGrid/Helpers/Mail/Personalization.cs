using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One envelope: its recipients, and what is theirs alone.</summary>
public class Personalization
{
    /// <summary>The recipients; a repeated address is sent once.</summary>
    [JsonPropertyName("to")]
    [JsonConverter(typeof(DistinctConverter<EmailAddress>))]
    public List<EmailAddress> Tos { get; set; }

    /// <summary>Those who get a copy; a repeated address is sent once.</summary>
    [JsonPropertyName("cc")]
    [JsonConverter(typeof(DistinctConverter<EmailAddress>))]
    public List<EmailAddress> Ccs { get; set; }

    /// <summary>Those who get a copy unseen; a repeated address is sent once.</summary>
    [JsonPropertyName("bcc")]
    [JsonConverter(typeof(DistinctConverter<EmailAddress>))]
    public List<EmailAddress> Bccs { get; set; }

    /// <summary>The subject; null for the message's.</summary>
    [JsonPropertyName("subject")]
    public string Subject { get; set; }

    /// <summary>Headers besides the message's.</summary>
    [JsonPropertyName("headers")]
    public Dictionary<string, string> Headers { get; set; }

    /// <summary>Values that come back in the events of this envelope.</summary>
    [JsonPropertyName("custom_args")]
    public Dictionary<string, string> CustomArgs { get; set; }

    /// <summary>When to send, Unix seconds; null for at once.</summary>
    [JsonPropertyName("send_at")]
    public long? SendAt { get; set; }

    /// <summary>The values of a dynamic template.</summary>
    [JsonPropertyName("dynamic_template_data")]
    public object TemplateData { get; set; }
}
