using System.Security.Cryptography;
using System.Text;

namespace Scriban.Functions;

/// <summary>The members of <c>string</c> that encode and hash the UTF-8 form of a text.</summary>
public partial class StringFunctions
{
    /// <summary>Base 64.</summary>
    public static string Base64Encode(string text) => Convert.ToBase64String(Bytes(text));

    /// <summary>The text behind base 64.</summary>
    public static string Base64Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text ?? string.Empty));

    /// <summary>Lower-case hex.</summary>
    public static string Md5(string text) => Hex(MD5.HashData(Bytes(text)));

    /// <summary>Lower-case hex.</summary>
    public static string Sha1(string text) => Hex(SHA1.HashData(Bytes(text)));

    /// <summary>Lower-case hex.</summary>
    public static string Sha256(string text) => Hex(SHA256.HashData(Bytes(text)));

    /// <summary>Lower-case hex.</summary>
    public static string Sha512(string text) => Hex(SHA512.HashData(Bytes(text)));

    /// <summary>Lower-case hex.</summary>
    public static string HmacSha1(string text, string secretKey) => Hex(HMACSHA1.HashData(Bytes(secretKey), Bytes(text)));

    /// <summary>Lower-case hex.</summary>
    public static string HmacSha256(string text, string secretKey) => Hex(HMACSHA256.HashData(Bytes(secretKey), Bytes(text)));

    /// <summary>Lower-case hex.</summary>
    public static string HmacSha512(string text, string secretKey) => Hex(HMACSHA512.HashData(Bytes(secretKey), Bytes(text)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text ?? string.Empty);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
