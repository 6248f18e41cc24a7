using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A file sent with the e-mail.</summary>
public class Attachment
{
    /// <summary>The file, base64.</summary>
    [JsonPropertyName("content")]
    public string Content { get; set; }

    /// <summary>The media type.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; }

    /// <summary>The file's name.</summary>
    [JsonPropertyName("filename")]
    public string Filename { get; set; }

    /// <summary>"attachment" or "inline".</summary>
    [JsonPropertyName("disposition")]
    public string Disposition { get; set; }

    /// <summary>The id by which the HTML names an inline file.</summary>
    [JsonPropertyName("content_id")]
    public string ContentId { get; set; }
}
