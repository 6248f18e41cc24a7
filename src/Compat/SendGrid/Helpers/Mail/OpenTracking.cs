using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Whether a picture is added that counts openings.</summary>
public class OpenTracking
{
    /// <summary>On or off.</summary>
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    /// <summary>The tag that the picture replaces.</summary>
    [JsonPropertyName("substitution_tag")]
    public string SubstitutionTag { get; set; }
}
