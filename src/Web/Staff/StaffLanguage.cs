using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Notifieringar.Web.Staff;

/// <summary>The language in which somebody reads staff's pages: Swedish until they choose English, which their browser remembers.</summary>
internal static class StaffLanguage
{
    /// <summary>The query that chooses, and the cookie that remembers.</summary>
    public const string Name = "sprak";

    /// <summary>Answers this request in the language of whoever asks.</summary>
    public static void Use(HttpRequest request)
    {
        var asked = request.Query[Name].ToString();
        var chosen = asked is "sv" or "en" ? asked : request.Cookies[Name];
#pragma warning disable RS0030 // the one place that chooses the language of an answer
        CultureInfo.CurrentUICulture = (chosen == "en" ? StaffWords.English : StaffWords.Swedish).Culture;
#pragma warning restore RS0030
        if (asked is "sv" or "en")
        {
            request.HttpContext.Response.Cookies.Append(
                Name, asked, new CookieOptions { Path = "/personal", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
        }
    }
}
