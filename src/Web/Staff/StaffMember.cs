using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Staff;

/// <summary>Who is signed in.</summary>
/// <param name="Id">An opaque id: the object id of the sign-in.</param>
/// <param name="Name">The name to greet with.</param>
public sealed record StaffMember(string Id, string Name)
{
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
        var claims = SignInHeader.Read(request, options);
        return claims.First(IdClaims) is { } id && GiveRoles.IsUser(id) ? new StaffMember(id, claims.First(NameClaims) ?? "") : null;
    }
}
