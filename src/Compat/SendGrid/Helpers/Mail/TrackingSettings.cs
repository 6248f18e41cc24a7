using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>What of the readers' doings is followed.</summary>
public class TrackingSettings
{
    /// <summary>Clicks on links.</summary>
    [JsonPropertyName("click_tracking")]
    public ClickTracking ClickTracking { get; set; }

    /// <summary>Opened e-mails.</summary>
    [JsonPropertyName("open_tracking")]
    public OpenTracking OpenTracking { get; set; }

    /// <summary>The provider's own unsubscribe link.</summary>
    [JsonPropertyName("subscription_tracking")]
    public SubscriptionTracking SubscriptionTracking { get; set; }
}
