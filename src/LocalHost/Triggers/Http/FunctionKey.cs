using System.Security.Cryptography;
using System.Text;

namespace Notifieringar.LocalHost.Triggers.Http;

/// <summary>The key of functions that are not anonymous: in the x-functions-key header or ?code=.</summary>
internal static class FunctionKey
{
    public const string HeaderName = "x-functions-key";

    public static bool IsGiven(HttpRequest request, string key) =>
        Same(request.Headers[HeaderName].ToString(), key) || Same(request.Query["code"].ToString(), key);

    private static bool Same(string given, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));
}
