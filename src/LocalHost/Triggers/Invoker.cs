using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Notifieringar.LocalHost.FunctionProcess;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.Triggers;

/// <summary>Hands one trigger to the function process: POST /FunctionName, chunked JSON, no forwarding headers.</summary>
internal sealed class Invoker(HandlerGroup processes, Activity activity, TimeSpan functionTimeout, LogFile log) : IDisposable
{
    private const string HostVersion = "4.1037.0.0";
    private static readonly TimeSpan NoticeDeath = TimeSpan.FromMilliseconds(50);

    // The host waits a minute longer than the function may take, and so do we; the limit itself is ours to watch.
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<InvocationOutcome> InvokeAsync(string functionName, JsonObject payload, CancellationToken cancellationToken)
    {
        using var running = activity.Begin();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        InvocationOutcome? outcome;
        do
        {
            outcome = await TryAsync(functionName, payload, limit, cancellationToken);
        }
        while (outcome is null);

        log.Write(outcome.Succeeded ? $"[{functionName}] succeeded" : $"[{functionName}] {outcome.Result}: {outcome.Reason}");
        return outcome;
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Null when the process was gone before it got the trigger, which another one can have then.</summary>
    private async Task<InvocationOutcome?> TryAsync(
        string functionName, JsonObject payload, CancellationTokenSource limit, CancellationToken cancellationToken)
    {
        var (process, address) = await processes.NextAsync(cancellationToken);
        if (functionTimeout > TimeSpan.Zero)
        {
            limit.CancelAfter(functionTimeout);
        }

        try
        {
            return await PostAsync(new Uri(address, functionName), payload, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill();
            return new(InvocationResult.TimedOut, $"it took longer than functionTimeout ({functionTimeout})");
        }
        catch (HttpRequestException notThere) when (notThere.HttpRequestError == HttpRequestError.ConnectionError)
        {
            // It has just died, and nobody has noticed yet.
            await Task.Delay(NoticeDeath, cancellationToken);
            return null;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return new(InvocationResult.ProcessLost, "the function process hung up");
        }
    }

    private async Task<InvocationOutcome> PostAsync(Uri address, JsonObject payload, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(payload.ToJsonString(InvocationJson.Options))),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", HostVersion);
        request.Headers.UserAgent.ParseAdd("Azure-Functions-Host/" + HostVersion);
        using var answer = await _client.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return InvocationAnswer.Read((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, body, line => log.Write("[log] " + line));
    }
}
