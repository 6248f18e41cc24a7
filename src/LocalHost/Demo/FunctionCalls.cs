using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Notifieringar.Model;
using Notifieringar.Records.Imports;

namespace Notifieringar.LocalHost.Demo;

/// <summary>The HTTP functions as a library's own systems call them.</summary>
internal sealed class FunctionCalls : IDisposable
{
    private readonly HttpClient _client;
    private string? _key;

    public FunctionCalls(Uri address, string functionKey)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("x-functions-key", functionKey);
    }

    /// <exception cref="StartFailedException">The function refused the rules; the message says what to mend.</exception>
    public async Task SaveUnitAsync(UnitId unit, string rules, CancellationToken cancellationToken)
    {
        using var content = new StringContent(rules, Encoding.UTF8, "application/json");
        using var answer = await _client.PutAsync(new Uri($"units/{unit}", UriKind.Relative), content, cancellationToken);
        await CheckAsync(answer, cancellationToken);
    }

    /// <exception cref="StartFailedException">The function refused the file.</exception>
    public async Task<ImportReference> ImportAsync(UnitId unit, byte[] file, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(file);
        using var answer = await _client.PostAsync(new Uri($"import/{unit}", UriKind.Relative), content, cancellationToken);
        await CheckAsync(answer, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync<ImportReference>(JsonSerializerOptions.Web, cancellationToken))!;
    }

    /// <exception cref="StartFailedException">There is no such import.</exception>
    public async Task<ImportReport> ReportAsync(ImportReference import, CancellationToken cancellationToken)
    {
        using var answer = await _client.GetAsync(new Uri($"imports/{import.Unit}/{import.Import}", UriKind.Relative), cancellationToken);
        await CheckAsync(answer, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync<ImportReport>(JsonSerializerOptions.Web, cancellationToken))!;
    }

    /// <summary>Posts to the library API, with a key made for it.</summary>
    /// <exception cref="StartFailedException">The function refused it.</exception>
    public async Task<JsonNode> ApiAsync(UnitId unit, string path, JsonNode body, CancellationToken cancellationToken)
    {
        _key ??= await KeyAsync(unit, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"api/{path}", UriKind.Relative)) { Content = Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await _client.SendAsync(request, cancellationToken);
        await CheckAsync(answer, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
    }

    /// <summary>Prepares a campaign, looks at its dry run and has somebody else approve it. One that an earlier run has left is left alone.</summary>
    /// <exception cref="StartFailedException">The function refused it.</exception>
    public async Task RunCampaignAsync(UnitId unit, JsonObject draft, string approver, CancellationToken cancellationToken)
    {
        using var prepared = await _client.PostAsync(new Uri($"campaigns/{unit}", UriKind.Relative), Json(draft), cancellationToken);
        if (prepared.StatusCode == HttpStatusCode.Conflict)
        {
            return;
        }

        await CheckAsync(prepared, cancellationToken);
        var id = (string)(await prepared.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["id"]!;
        foreach (var (action, body) in new[] { ("dry-run", new JsonObject()), ("approve", new JsonObject { ["by"] = approver }) })
        {
            using var done = await _client.PostAsync(new Uri($"campaigns/{unit}/{id}/{action}", UriKind.Relative), Json(body), cancellationToken);
            await CheckAsync(done, cancellationToken);
        }
    }

    /// <summary>Books an interpreter for a visit. One that an earlier run has booked is left alone.</summary>
    /// <exception cref="StartFailedException">The function refused it.</exception>
    public async Task BookInterpreterAsync(UnitId unit, Invitation visit, JsonObject order, CancellationToken cancellationToken)
    {
        var address = new Uri($"interpreters/{unit}/{visit.Programme}/{visit.Occasion}", UriKind.Relative);
        using var booked = await _client.PostAsync(address, Json(order), cancellationToken);
        if (booked.StatusCode != HttpStatusCode.Conflict)
        {
            await CheckAsync(booked, cancellationToken);
        }
    }

    private async Task<string> KeyAsync(UnitId unit, CancellationToken cancellationToken)
    {
        using var answer = await _client.PutAsync(new Uri($"keys/{unit}/demo", UriKind.Relative), content: null, cancellationToken);
        await CheckAsync(answer, cancellationToken);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["key"]!;
    }

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    public void Dispose() => _client.Dispose();

    private static async Task CheckAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            var detail = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new StartFailedException($"{answer.RequestMessage?.RequestUri?.AbsolutePath} answered {(int)answer.StatusCode}: {detail}");
        }
    }
}
