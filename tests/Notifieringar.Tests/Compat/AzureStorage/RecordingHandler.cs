using System.Net;
using System.Text;

namespace Notifieringar.Tests.Compat.AzureStorage;

/// <summary>Answers requests from a list, and keeps what was asked.</summary>
internal sealed class RecordingHandler(params RecordingHandler.Answer[] answers) : HttpMessageHandler
{
    private readonly Queue<Answer> _answers = new(answers);

    public List<Seen> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add(new Seen(request.Method.Method, request.RequestUri!, headers, body));
        var answer = _answers.Dequeue();
        var response = new HttpResponseMessage(answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, "application/xml") };
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    internal sealed record Answer(HttpStatusCode Status, string Body = "", params (string Name, string Value)[] Headers);

    internal sealed record Seen(string Method, Uri Uri, Dictionary<string, string> Headers, string Body);
}
