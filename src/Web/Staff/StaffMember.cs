using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Staff;

/// <summary>Who is signed in.</summary>
/// <param name="Id">An opaque id: the object id of the sign-in.</param>
/// <param name="Name">The name to greet with.</param>
public sealed record StaffMember(string Id, string Name)
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const int LongestHeader = 16 * 1024;
    private static readonly string[] IdClaims = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] NameClaims = ["name", "preferred_username"];

    /// <summary>What the pages' forms are bound to.</summary>
    public ClaimsPrincipal Principal => new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Id)], "staff"));

    /// <summary>Reads the header that App Service Authentication writes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">Whether the header is to be believed.</param>
    /// <returns>Who it is; null for nobody, or a header that is not to be believed or cannot be read.</returns>
    public static StaffMember? Of(HttpRequest request, AccessOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        var header = request.Headers[Header].ToString();
        if (!options.TrustsSignIn || header.Length is 0 or > LongestHeader)
        {
            return null;
        }

        try
        {
            var claims = JsonSerializer.Deserialize<Written>(Convert.FromBase64String(header), JsonSerializerOptions.Web)?.Claims ?? [];
            string? First(string[] types) => types.Select(type => claims.FirstOrDefault(claim => claim.Typ == type)?.Val).FirstOrDefault(value => value is not null);
            return First(IdClaims) is { } id && GiveRoles.IsUser(id) ? new StaffMember(id, First(NameClaims) ?? "") : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }

    private sealed record Written(WrittenClaim[]? Claims);

    private sealed record WrittenClaim(string? Typ, string? Val);
}
