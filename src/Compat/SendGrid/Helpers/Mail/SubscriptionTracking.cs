using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Whether the provider adds an unsubscribe link.</summary>
public class SubscriptionTracking
{
    /// <summary>On or off.</summary>
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }

    /// <summary>The link's line in plain text.</summary>
    [JsonPropertyName("text")]
    public string Text { get; set; }

    /// <summary>The link's line in HTML.</summary>
    [JsonPropertyName("html")]
    public string Html { get; set; }

    /// <summary>The tag that the link replaces.</summary>
    [JsonPropertyName("substitution_tag")]
    public string SubstitutionTag { get; set; }
}
