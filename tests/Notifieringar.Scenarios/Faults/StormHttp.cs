using System.Net;
using System.Net.Http.Json;
using Notifieringar.LocalHost;

namespace Notifieringar.Scenarios.Faults;

/// <summary>HTTP to a machine that is being broken: whoever gets no answer asks again.</summary>
internal sealed class StormHttp : IDisposable
{
    private readonly HttpClient _http;

    public StormHttp(LocalMachine machine)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = machine.PublicUrl,
            Timeout = TimeSpan.FromSeconds(30),
        };
        _http.DefaultRequestHeaders.Add("x-functions-key", machine.FunctionKey);
    }

    /// <summary>Between one try and the next.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(300);

    public Task<StormAnswer?> TryGetAsync(string path, CancellationToken cancellation) =>
        TryAsync(token => _http.GetAsync(new Uri(path, UriKind.Relative), token), cancellation);

    /// <summary>Posts a form, as a page does.</summary>
    public async Task<StormAnswer?> TryPressAsync(string path, CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await TryAsync(token => _http.PostAsync(new Uri(path, UriKind.Relative), form, token), cancellation);
    }

    /// <summary>Posts until there is an answer.</summary>
    public async Task<HttpStatusCode> PostAsync(string path, object order, CancellationToken cancellation)
    {
        StormAnswer? answer;
        while ((answer = await TryAsync(token => _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), order, token), cancellation)) is null)
        {
            await Task.Delay(Pause, cancellation);
        }

        return answer.Status;
    }

    public void Dispose() => _http.Dispose();

    // Null for no answer, or one that says it did not work.
    private static async Task<StormAnswer?> TryAsync(Func<CancellationToken, Task<HttpResponseMessage>> call, CancellationToken cancellation)
    {
        try
        {
            using var answer = await call(cancellation);
            return answer.StatusCode >= HttpStatusCode.InternalServerError ? null : new StormAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}

/// <summary>An answer that says what came of it.</summary>
internal sealed record StormAnswer(HttpStatusCode Status, string Body);
