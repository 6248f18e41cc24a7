using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Notifieringar.Tests.Compat.AzureDataTables;

/// <summary>A table service that answers what it is told and remembers what it was asked, as it would go over the wire.</summary>
internal sealed class RecordedService : HttpMessageHandler
{
    public const string Key = "//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eDf3t3c29rZ2NfW1dTT0tHQz87NzMvKycjHxsXEw8LBwA==";
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<Asked> Requests { get; } = [];

    public Asked Last => Requests[^1];

    public TableServiceClient Client => new(new Uri("http://127.0.0.1:39103/devstoreaccount1"), new TableSharedKeyCredential("devstoreaccount1", Key), Options);

    public TableClient Table => Client.GetTableClient("Notiser");

    public TableClientOptions Options => new()
    {
        Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)),
        Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2) },
    };

    /// <summary>Queues an answer; with none queued, every request is answered 204.</summary>
    public RecordedService Answering(int status, string body = "", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(() =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            foreach (var (name, value) in headers)
            {
                if (!response.Headers.TryAddWithoutValidation(name, value))
                {
                    response.Content.Headers.TryAddWithoutValidation(name, value);
                }
            }

            return response;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            headers[name] = values.ToString();
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add(new Asked(request.Method.Method, request.RequestUri!.PathAndQuery, headers, body));
        return _answers.Count > 0 ? _answers.Dequeue()() : new HttpResponseMessage(HttpStatusCode.NoContent);
    }
}

/// <summary>One request as it went out.</summary>
internal sealed record Asked(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
