using System.Security.Cryptography;
using System.Text;
using EllipticCurve;

namespace SendGrid.Helpers.EventWebhook;

/// <summary>
/// Verifies the signature of Event Webhook posts. It does not judge their age: the caller compares the timestamp with its clock.
/// </summary>
public class RequestValidator
{
    /// <summary>The header that holds the signature, base64 DER.</summary>
    public const string SIGNATURE_HEADER = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header that holds the signed timestamp, Unix seconds.</summary>
    public const string TIMESTAMP_HEADER = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>Reads the verification key.</summary>
    /// <param name="publicKey">
    /// The key as the settings page shows it: base64 of its SubjectPublicKeyInfo, with or without PEM lines.
    /// </param>
    /// <returns>The key.</returns>
    public PublicKey ConvertPublicKeyToECDSA(string publicKey) => PublicKey.fromPem(publicKey);

    /// <summary>Whether a post was signed with the account's key.</summary>
    /// <param name="publicKey">The verification key.</param>
    /// <param name="payload">The body exactly as received, with its line ends.</param>
    /// <param name="signature">The value of <see cref="SIGNATURE_HEADER"/>.</param>
    /// <param name="timestamp">The value of <see cref="TIMESTAMP_HEADER"/>.</param>
    /// <returns>Whether the signature is the key's, over timestamp and payload.</returns>
    /// <exception cref="FormatException">The signature is not base64.</exception>
    public bool VerifySignature(PublicKey publicKey, string payload, string signature, string timestamp)
    {
        using var key = publicKey.Open();
        return key.VerifyData(
            Encoding.UTF8.GetBytes(timestamp + payload),
            Convert.FromBase64String(signature),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);
    }
}
