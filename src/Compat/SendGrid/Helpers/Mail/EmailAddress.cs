using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>
/// An e-mail address with the name shown for it. Two are equal when their addresses are, whatever the case and the names.
/// </summary>
public class EmailAddress : IEquatable<EmailAddress>
{
    /// <summary>An empty address.</summary>
    public EmailAddress()
    {
    }

    /// <summary>An address.</summary>
    /// <param name="email">The address.</param>
    /// <param name="name">The name shown for it, or null.</param>
    public EmailAddress(string email, string name = null)
    {
        Email = email;
        Name = name;
    }

    /// <summary>The name shown for the address, or null.</summary>
    [JsonPropertyName("name")]
    public string Name { get; set; }

    /// <summary>The address.</summary>
    [JsonPropertyName("email")]
    public string Email { get; set; }

    /// <inheritdoc/>
    public bool Equals(EmailAddress other) => other is not null && string.Equals(Email, other.Email, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as EmailAddress);

    /// <inheritdoc/>
    public override int GetHashCode() => Email is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Email);
}
