using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Notifieringar.Web.Staff;

/// <summary>What App Service Authentication says about who calls: the claims of a token that it has checked.</summary>
internal sealed class SignInHeader
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const int LongestHeader = 16 * 1024;
    private readonly WrittenClaim[] _claims;

    private SignInHeader(WrittenClaim[] claims) => _claims = claims;

    /// <summary>No claims where the header is not there, is not to be believed or cannot be read.</summary>
    public static SignInHeader Read(HttpRequest request, AccessOptions options)
    {
        var header = request.Headers[Header].ToString();
        if (!options.TrustsSignIn || header.Length is 0 or > LongestHeader)
        {
            return new SignInHeader([]);
        }

        try
        {
            return new SignInHeader(JsonSerializer.Deserialize<Written>(Convert.FromBase64String(header), JsonSerializerOptions.Web)?.Claims ?? []);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return new SignInHeader([]);
        }
    }

    /// <summary>The value of the first of the types that is there; null for none.</summary>
    public string? First(params string[] types) =>
        types.Select(type => _claims.FirstOrDefault(claim => claim.Typ == type)?.Val).FirstOrDefault(value => value is not null);

    private sealed record Written(WrittenClaim[]? Claims);

    private sealed record WrittenClaim(string? Typ, string? Val);
}
