using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Api;

/// <summary>What calls the API: it has a key of one unit. With the function key it does what an administrator does.</summary>
internal sealed class ALibrarySystem : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly HttpClient _administrator = new();

    public ALibrarySystem(ALibrary library)
    {
        _http.BaseAddress = _administrator.BaseAddress = library.Machine.PublicUrl;
        _administrator.DefaultRequestHeaders.Add("x-functions-key", library.Machine.FunctionKey);
    }

    /// <summary>A client with a new key of a unit.</summary>
    public static async Task<ALibrarySystem> WithKeyAsync(ALibrary library, string unit = "provby", string name = "bibliotekssystem")
    {
        var system = new ALibrarySystem(library);
        var issued = await system.AdministerAsync("PUT", $"keys/{unit}/{name}", "");
        Assert.Equal(201, issued.Status);
        system.Use(issued.Text("key"));
        return system;
    }

    public void Use(string key) => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

    public Task<ApiReply> GetAsync(string path) => SendAsync(_http, "GET", $"api/{path}", "", key: null);

    /// <summary>Posts, with a key of its own unless one is given.</summary>
    public Task<ApiReply> PostAsync(string path, string body = "", string? key = null) =>
        SendAsync(_http, "POST", $"api/{path}", body, key ?? Guid.NewGuid().ToString("N"));

    public Task<ApiReply> AdministerAsync(string method, string path, string body) => SendAsync(_administrator, method, path, body, key: null);

    /// <summary>Puts a programme and its Swedish texts in place, by channel.</summary>
    public async Task PublishAsync(string id, string programme, params (string Step, string Channel, string Text)[] texts)
    {
        Assert.Equal(204, (await AdministerAsync("PUT", $"programmes/{id}", programme)).Status);
        foreach (var (step, channel, text) in texts)
        {
            var published = await AdministerAsync("PUT", $"texts/{id}/{step}/sv/{channel}?reviewed=true", text);
            Assert.True(published.Status == 200, published.Body);
        }
    }

    public static async Task<ApiReply> SendAsync(HttpClient http, string method, string path, string body, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method is not "GET")
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await http.SendAsync(request);
        return new ApiReply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Contains("Idempotent-Replayed"));
    }

    public Task<ApiReply> SendAsync(string method, string path, string body, string? key) =>
        SendAsync(path.StartsWith("api/", StringComparison.Ordinal) ? _http : _administrator, method, path, body, key);

    public void Dispose()
    {
        _http.Dispose();
        _administrator.Dispose();
    }
}

/// <summary>What the API said.</summary>
internal sealed record ApiReply(int Status, string Body, bool IsReplayed)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Text(string property) => Json.GetProperty(property).GetString()!;
}
