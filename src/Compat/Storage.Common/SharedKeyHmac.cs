using System.Security.Cryptography;
using System.Text;

namespace Storage.Common;

/// <summary>The signature of the storage services' shared-key schemes: HMAC-SHA256 over UTF-8, in base64.</summary>
internal static class SharedKeyHmac
{
    private const int StackLimit = 1024;

    /// <summary>Signs <paramref name="stringToSign"/> with the decoded account key.</summary>
    public static string Sign(ReadOnlySpan<byte> accountKey, string stringToSign)
    {
        var length = Encoding.UTF8.GetMaxByteCount(stringToSign.Length);
        var text = length <= StackLimit ? stackalloc byte[StackLimit] : new byte[length];
        var written = Encoding.UTF8.GetBytes(stringToSign, text);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(accountKey, text[..written], hash);
        return Convert.ToBase64String(hash);
    }
}
