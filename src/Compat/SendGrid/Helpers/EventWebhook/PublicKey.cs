using System.Security.Cryptography;

namespace EllipticCurve;

/// <summary>
/// An elliptic-curve public key. With the official package this type comes from the package starkbank-ecdsa, which SendGrid depends on.
/// </summary>
public class PublicKey
{
    private readonly byte[] _subjectPublicKeyInfo;

    private PublicKey(byte[] subjectPublicKeyInfo) => _subjectPublicKeyInfo = subjectPublicKeyInfo;

    /// <summary>Reads a key.</summary>
    /// <param name="str">Base64 of its SubjectPublicKeyInfo, with or without PEM lines.</param>
    /// <returns>The key.</returns>
    public static PublicKey fromPem(string str)
    {
        var base64 = str.Split('\n').Where(line => !line.StartsWith("-----", StringComparison.Ordinal));
        var key = new PublicKey(Convert.FromBase64String(string.Concat(base64)));
        using var opened = key.Open();
        return key;
    }

    internal ECDsa Open()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_subjectPublicKeyInfo, out _);
        return key;
    }
}
