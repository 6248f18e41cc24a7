using System.Security.Cryptography;
using System.Text;

namespace Notifieringar.LocalHost.Sandbox.Sms;

/// <summary>The SMS provider's request signature: HMAC-SHA256 over method, path, date, host and the body's digest.</summary>
internal static class SmsSignature
{
    private const string Scheme = "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=";

    public static bool IsValid(SignedRequest request, byte[] key)
    {
        if (request.Authorization is not { } authorization
            || !authorization.StartsWith(Scheme, StringComparison.Ordinal)
            || string.IsNullOrEmpty(request.Date)
            || request.ContentHash != Convert.ToBase64String(SHA256.HashData(request.Body)))
        {
            return false;
        }

        var text = $"{request.Method}\n{request.PathAndQuery}\n{request.Date};{request.Host};{request.ContentHash}";
        var expected = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)));
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(authorization[Scheme.Length..]));
    }
}

/// <summary>The parts of a request its signature covers, as they came over the wire.</summary>
internal sealed record SignedRequest(
    string Method, string PathAndQuery, string Host, string? Date, string? ContentHash, string? Authorization, byte[] Body);
