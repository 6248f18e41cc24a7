using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Notifieringar.Workflows.Access;

/// <summary>Short texts in addresses, encrypted and authenticated with a key derived for one purpose. They are stored nowhere and say nothing to
/// whoever lacks the key, and a token of one purpose opens nothing of another. Whether a token is ours is decided by its tag, in constant time.</summary>
internal sealed class SealedText
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int LongestToken = 200;
    private readonly byte[] _encryption;
    private readonly byte[] _nonces;

    /// <summary>Seals with a secret.</summary>
    /// <param name="key">The secret.</param>
    /// <param name="purpose">What the texts are for.</param>
    public SealedText(byte[] key, string purpose)
    {
        _encryption = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyLength, info: Encoding.ASCII.GetBytes(purpose));
        _nonces = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyLength, info: Encoding.ASCII.GetBytes($"{purpose} nonce"));
    }

    /// <summary>The token of a text: the same every time.</summary>
    /// <param name="text">ASCII.</param>
    /// <returns>Letters, digits, hyphens and underscores.</returns>
    public string Seal(string text)
    {
        var plain = Encoding.ASCII.GetBytes(text);

        // Made of the text itself: no two texts share a nonce, so one key serves them all.
        var nonce = HMACSHA256.HashData(_nonces, plain)[..NonceLength];
        var cipher = new byte[plain.Length];
        var tag = new byte[TagLength];
        using var aes = new AesGcm(_encryption, TagLength);
        aes.Encrypt(nonce, plain, cipher, tag);
        return Base64Url.EncodeToString([.. nonce, .. tag, .. cipher]);
    }

    /// <summary>The text of a token; null for one that we have not made.</summary>
    public string? Open(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length > LongestToken || !Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: > NonceLength + TagLength } bytes)
        {
            return null;
        }

        var plain = new byte[bytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_encryption, TagLength);
        try
        {
            aes.Decrypt(
                bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength + TagLength), bytes.AsSpan(NonceLength, TagLength), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.ASCII.GetString(plain);
    }
}
