using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Whether links are replaced by ones that count clicks.</summary>
public class ClickTracking
{
    /// <summary>On or off in HTML.</summary>
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    /// <summary>On or off in plain text.</summary>
    [JsonPropertyName("enable_text")]
    public bool? EnableText { get; set; }
}
