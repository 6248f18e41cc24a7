using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Staff;

/// <summary>Somebody at a browser: cookies are kept, and every redirect is seen.</summary>
internal sealed partial class ASignedIn : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    private ASignedIn(ALibrary library) =>
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = library.Machine.PublicUrl };

    /// <summary>A browser in which nobody is signed in.</summary>
    public static ASignedIn Nobody(ALibrary library) => new(library);

    /// <summary>Signs somebody in, with roles in a unit.</summary>
    public static async Task<ASignedIn> AsAsync(ALibrary library, string person, params string[] roles)
    {
        if (roles.Length > 0)
        {
            await GiveAsync(library, ALibrary.Unit.Value, person, roles);
        }

        var browser = new ASignedIn(library);
        using var form = new FormUrlEncodedContent([new("person", person), new("post_login_redirect_uri", "/personal")]);
        using var signed = await browser._http.PostAsync(new Uri("/.auth/login/local", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.SeeOther, signed.StatusCode);
        return browser;
    }

    public static async Task GiveAsync(ALibrary library, string unit, string person, params string[] roles)
    {
        using var administrator = new HttpClient { BaseAddress = library.Machine.PublicUrl };
        administrator.DefaultRequestHeaders.Add("x-functions-key", library.Machine.FunctionKey);
        using var given = await administrator.PutAsJsonAsync(new Uri($"roles/{unit}/{person}", UriKind.Relative), new { roles });
        Assert.Equal(HttpStatusCode.NoContent, given.StatusCode);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>A page of the unit, which must be there.</summary>
    public async Task<string> PageAsync(string page)
    {
        using var answer = await GetAsync($"/personal/{ALibrary.Unit}/{page}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Presses a button of a page that is looked at first, and sends its token.</summary>
    public async Task<HttpResponseMessage> PressAsync(string seen, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await PageAsync(seen));
        Assert.True(token.Success, $"{seen} has no form.");
        return await PostAsync(action, [.. fields, ("kvitto", token.Groups["token"].Value)]);
    }

    /// <summary>Presses a button with the token and the cookie of somebody else's form, as who has planted both in the browser would.</summary>
    public async Task<HttpResponseMessage> PressWithTokenOfAsync(ASignedIn other, string seen, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await other.PageAsync(seen));
        Assert.True(token.Success, $"{seen} has no form.");
        var planted = Assert.Single(other._cookies.GetCookies(_http.BaseAddress!), cookie => cookie.Name == "personal");
        _cookies.Add(_http.BaseAddress!, new Cookie(planted.Name, planted.Value, planted.Path));
        return await PostAsync(action, [.. fields, ("kvitto", token.Groups["token"].Value)]);
    }

    /// <summary>Posts fields as they are.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _http.PostAsync(new Uri($"/personal/{ALibrary.Unit}/{page}", UriKind.Relative), form);
    }

    /// <summary>Sends a file with the form of a page.</summary>
    public async Task<HttpResponseMessage> SendFileAsync(string page, byte[] file)
    {
        var token = Token().Match(await PageAsync(page));
        Assert.True(token.Success, $"{page} has no form.");
        using var form = new MultipartFormDataContent { { new StringContent(token.Groups["token"].Value), "kvitto" }, { new ByteArrayContent(file), "fil", "lista.csv" } };
        return await _http.PostAsync(new Uri($"/personal/{ALibrary.Unit}/{page}", UriKind.Relative), form);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"kvitto\" value=\"(?<token>[^\"]+)")]
    private static partial Regex Token();
}
