using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Notifieringar.Model;
using Notifieringar.Records.Imports;

namespace Notifieringar.LocalHost.Demo;

/// <summary>The HTTP functions as a library's own systems call them.</summary>
internal sealed class FunctionCalls : IDisposable
{
    private readonly HttpClient _client;

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
