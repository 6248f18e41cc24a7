using Microsoft.AspNetCore.Http;

namespace Notifieringar.Web.Staff;

/// <summary>Which application calls, where it brings a token that the sign-in before the app has checked.</summary>
public static class CallingApplication
{
    // Of tokens of version 2 and 1.
    private static readonly string[] IdClaims = ["azp", "appid"];

    /// <summary>Reads the header that App Service Authentication writes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">Whether the header is to be believed.</param>
    /// <returns>The application (client) id; empty for none.</returns>
    public static string IdOf(HttpRequest request, AccessOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        return SignInHeader.Read(request, options).First(IdClaims) ?? "";
    }
}
