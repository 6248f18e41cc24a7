using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Whether the e-mail is checked but not sent.</summary>
public class SandboxMode
{
    /// <summary>On or off.</summary>
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }
}
