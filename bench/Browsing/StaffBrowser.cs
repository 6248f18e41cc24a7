using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Notifieringar.Bench.Machines;

namespace Notifieringar.Bench.Browsing;

/// <summary>Somebody signed in, whose browser asks the function process itself over loopback, as the platform in front of it does: what is timed
/// is the server and little else.</summary>
internal sealed partial class StaffBrowser : IDisposable
{
    private const string Person = "anna";

    private readonly HttpClient _http;
    private string _token = "";

    private StaffBrowser(Uri address)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
        {
            claims = new[] { new { typ = "oid", val = Person }, new { typ = "name", val = "Anna Bokström" } },
        })));
    }

    /// <summary>Gives somebody every role in the unit and signs them in.</summary>
    public static async Task<StaffBrowser> SignedInAsync(BenchMachine machine, CancellationToken cancellation)
    {
        using var roles = new StringContent("""{"roles":["staff","campaigner","approver","administrator"]}""", System.Text.Encoding.UTF8, "application/json");
        using var given = await machine.Http.PutAsync(new Uri($"roles/{BenchMachine.Unit}/{Person}", UriKind.Relative), roles, cancellation);
        await BenchMachine.CheckAsync(given, cancellation);
        var browser = new StaffBrowser(await machine.Machine.FunctionsProcess.WaitUntilReadyAsync(cancellation));
        browser._token = Token().Match(await browser.BodyAsync($"personal/{BenchMachine.Unit}/familjer", cancellation)).Groups["token"].Value;
        return browser;
    }

    /// <summary>Opens a page and reads it to its end.</summary>
    /// <exception cref="BenchFailedException">It is not there.</exception>
    public async Task<TimeSpan> OpenAsync(StaffPageAddress page, CancellationToken cancellation)
    {
        using var request = RequestOf(page);
        var started = TimeProvider.System.GetTimestamp();
        using var answer = await _http.SendAsync(request, cancellation);
        await answer.Content.ReadAsByteArrayAsync(cancellation);
        var took = TimeProvider.System.GetElapsedTime(started);
        return answer.StatusCode == HttpStatusCode.OK ? took : throw new BenchFailedException($"{page.Name} ({page.Path}) answered {(int)answer.StatusCode}.");
    }

    /// <summary>What a page says.</summary>
    public Task<string> BodyAsync(string path, CancellationToken cancellation) => BodyAsync(new StaffPageAddress(path, path), cancellation);

    /// <summary>What a page says, also one of a search.</summary>
    public async Task<string> BodyAsync(StaffPageAddress page, CancellationToken cancellation)
    {
        using var request = RequestOf(page);
        using var answer = await _http.SendAsync(request, cancellation);
        await BenchMachine.CheckAsync(answer, cancellation);
        return await answer.Content.ReadAsStringAsync(cancellation);
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage RequestOf(StaffPageAddress page) => page.Search is { } text
        ? new(HttpMethod.Post, page.Path) { Content = new FormUrlEncodedContent([new("sok", text), new("kvitto", _token)]) }
        : new(HttpMethod.Get, page.Path);

    [GeneratedRegex("name=\"kvitto\" value=\"(?<token>[^\"]+)")]
    private static partial Regex Token();
}
