using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Notifieringar.Delivery.Email;

/// <summary>Whether a post to our hook is the e-mail provider's own (SendGrid signed event webhook: ECDSA over the timestamp and the raw body).</summary>
public static class EmailEventSignature
{
    /// <summary>The header with the signature: DER in base64.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header with the Unix seconds that are signed along.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private const long LastSecond = 253_402_300_799; // of year 9999

    // The provider tries for a day; what is older has been kept by someone else.
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(25);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>Checks a post.</summary>
    /// <param name="publicKey">The key as the provider shows it: SubjectPublicKeyInfo in base64.</param>
    /// <param name="signature">The signature header; empty when it is missing.</param>
    /// <param name="timestamp">The timestamp header; empty when it is missing.</param>
    /// <param name="body">The raw bytes.</param>
    /// <param name="now">Real time.</param>
    /// <returns>True only when the signature is right and the timestamp fresh.</returns>
    /// <exception cref="FormatException">The key is not base64.</exception>
    /// <exception cref="CryptographicException">The key is no such key.</exception>
    public static bool IsValid(string publicKey, string signature, string timestamp, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(timestamp);
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return IsFresh(timestamp, now) && IsSigned(key, signature, [.. Encoding.UTF8.GetBytes(timestamp), .. body]);
    }

    private static bool IsFresh(string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= LastSecond
        && DateTimeOffset.FromUnixTimeSeconds(seconds) is var signed
        && signed >= now - Oldest
        && signed <= now + Ahead;

    private static bool IsSigned(ECDsa key, string signature, byte[] signed)
    {
        var der = new byte[signature.Length];
        try
        {
            return Convert.TryFromBase64String(signature, der, out var length)
                && key.VerifyData(signed, der.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false; // not even DER
        }
    }
}
