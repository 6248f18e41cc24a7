using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Notifieringar.LocalHost.Triggers.Http;

/// <summary>Somebody invented who can sign in on this machine.</summary>
/// <param name="Id">Their object id.</param>
/// <param name="Name">Their name.</param>
internal sealed record LocalPerson(string Id, string Name)
{
    /// <summary>Everybody there is.</summary>
    public static IReadOnlyList<LocalPerson> All { get; } =
    [
        new("anna", "Anna Bokström"), new("bertil", "Bertil Läsberg"), new("cecilia", "Cecilia Sidén"), new("utomstaende", "Ulla Utomstående"),
    ];
}

/// <summary>Plays App Service Authentication: a page to sign in, a cookie, and the header that tells the app who it is. There are no
/// passwords: the machine listens to itself only.</summary>
internal sealed class LocalSignIn
{
    /// <summary>Where one signs in.</summary>
    public const string Path = "/.auth/login/local";

    private const string Root = "/.auth/";
    private const string SignOutPath = "/.auth/logout";
    private const string Cookie = "AppServiceAuthSession";
    private const string Target = "post_login_redirect_uri";
    private const string Start = "/personal";
    private readonly ConcurrentDictionary<string, LocalPerson> _sessions = new(StringComparer.Ordinal);

    /// <summary>Tells whether a path is the sign-in's own.</summary>
    public static bool Owns(PathString path) => path.Value?.StartsWith(Root, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Answers a request to the sign-in.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value);
        if (path == SignOutPath && context.Request.Cookies[Cookie] is { } session)
        {
            _sessions.TryRemove(session, out _);
            context.Response.Cookies.Delete(Cookie);
        }

        if (path == SignOutPath)
        {
            context.Response.Redirect(Path);
        }
        else if (path == Path && HttpMethods.IsPost(method) && context.Request.HasFormContentType)
        {
            await SignInAsync(context);
        }
        else if (path == Path && HttpMethods.IsGet(method))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page(Local(context.Request.Query[Target].ToString())));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>The headers that tell the app who is signed in; none for nobody.</summary>
    public IEnumerable<(string Name, string Value)> HeadersFor(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { } session || !_sessions.TryGetValue(session, out var person))
        {
            yield break;
        }

        var principal = JsonSerializer.SerializeToUtf8Bytes(new
        {
            auth_typ = "local",
            claims = new[]
            {
                new { typ = "http://schemas.microsoft.com/identity/claims/objectidentifier", val = person.Id },
                new { typ = "name", val = person.Name },
            },
            name_typ = "name",
            role_typ = "roles",
        });
        yield return ("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(principal));
        yield return ("X-MS-CLIENT-PRINCIPAL-ID", person.Id);
        yield return ("X-MS-CLIENT-PRINCIPAL-IDP", "local");
    }

    private async Task SignInAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (LocalPerson.All.FirstOrDefault(person => person.Id == form["person"].ToString()) is not { } found)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _sessions[session] = found;
        context.Response.Cookies.Append(Cookie, session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Local(form[Target].ToString());
    }

    // An address on this machine, and nowhere else. A browser leaves tabs and line breaks out of an address before it reads it.
    internal static string Local(string target) =>
        target.StartsWith('/') && !target.Any(char.IsControl) && !target.StartsWith("//", StringComparison.Ordinal) && !target.Contains('\\', StringComparison.Ordinal) ? target : Start;

    private static string Page(string target)
    {
        var people = new StringBuilder();
        foreach (var person in LocalPerson.All)
        {
            people.Append("<p><button name=\"person\" value=\"").Append(person.Id).Append("\">").Append(HtmlEncoder.Default.Encode(person.Name)).Append("</button></p>\n");
        }

        return $$"""
            <!DOCTYPE html>
            <html lang="sv">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Logga in på den här datorn</title>
            <style>body { margin: 2rem auto; max-width: 30rem; padding: 0 1rem; font: 1.125rem/1.5 system-ui, sans-serif; background: #fbf7f0; color: #2b2622; } h1 { line-height: 1.25; } button { min-height: 2.75rem; min-width: 14rem; padding: .5rem 1rem; border: 2px solid #1e5b4f; border-radius: .375rem; background: #1e5b4f; color: #fff; font: inherit; cursor: pointer; } button:hover { text-decoration: underline; } :focus-visible { outline: 3px solid #d98a3d; outline-offset: 2px; }</style>
            </head>
            <body><main>
            <h1>Logga in på den här datorn</h1>
            <p>Här finns bara påhittade personer, och inga lösenord. På riktigt loggar man in med sitt vanliga konto.</p>
            <form method="post" action="{{Path}}">
            <input type="hidden" name="{{Target}}" value="{{HtmlEncoder.Default.Encode(target)}}">
            {{people}}</form>
            </main></body>
            </html>
            """;
    }
}
