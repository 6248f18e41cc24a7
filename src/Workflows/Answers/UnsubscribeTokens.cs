using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Answers;

/// <summary>Tokens in unsubscribe addresses: unit and person, encrypted and authenticated with a key derived from that of the answer codes.
/// They are stored nowhere and say nothing to whoever lacks the key.</summary>
public sealed class UnsubscribeTokens
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int LongestToken = 200;
    private readonly byte[] _encryption;
    private readonly byte[] _nonces;

    /// <summary>Makes tokens with a secret.</summary>
    /// <param name="key">That of the answer codes.</param>
    public UnsubscribeTokens(byte[] key)
    {
        _encryption = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyLength, info: "unsubscribe"u8.ToArray());
        _nonces = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyLength, info: "unsubscribe nonce"u8.ToArray());
    }

    /// <summary>The token of a person: the same every time.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person.</param>
    /// <returns>Letters, digits, hyphens and underscores.</returns>
    public string Of(UnitId unit, PersonId person)
    {
        var plain = Encoding.ASCII.GetBytes($"{unit}~{person}");

        // Made of the text itself: no two texts share a nonce, so one key serves them all.
        var nonce = HMACSHA256.HashData(_nonces, plain)[..NonceLength];
        var cipher = new byte[plain.Length];
        var tag = new byte[TagLength];
        using var aes = new AesGcm(_encryption, TagLength);
        aes.Encrypt(nonce, plain, cipher, tag);
        return Base64Url.EncodeToString([.. nonce, .. tag, .. cipher]);
    }

    /// <summary>Whose token it is.</summary>
    /// <param name="token">A token from an address.</param>
    /// <returns>Unit and person; null for a token that we have not made.</returns>
    public (UnitId Unit, PersonId Person)? Read(string token)
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

        var parts = Encoding.ASCII.GetString(plain).Split('~');
        return (new UnitId(parts[0]), new PersonId(parts[1]));
    }
}
