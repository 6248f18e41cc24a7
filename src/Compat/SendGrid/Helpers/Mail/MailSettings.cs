using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>How the e-mail is handled.</summary>
public class MailSettings
{
    /// <summary>Whether the e-mail is only checked.</summary>
    [JsonPropertyName("sandbox_mode")]
    public SandboxMode SandboxMode { get; set; }
}
