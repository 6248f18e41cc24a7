using System.Net.Http.Headers;
using System.Text;
using SendGrid.Helpers.Errors;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Sends requests to the Web API and returns the answers.</summary>
public abstract class BaseClient : ISendGridClient
{
    private readonly HttpClient _http;
    private readonly BaseClientOptions _options;

    /// <summary>Makes a client with an HTTP client of its own.</summary>
    /// <param name="options">Key, host and behaviour.</param>
    protected BaseClient(BaseClientOptions options)
        : this(httpClient: null, options)
    {
    }

    /// <summary>Makes a client on an HTTP client that the caller owns.</summary>
    /// <param name="httpClient">The HTTP client; null for a new one.</param>
    /// <param name="options">Key, host and behaviour.</param>
    protected BaseClient(HttpClient httpClient, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _http = httpClient ?? new HttpClient();
        _options = options;
        UrlPath = options.UrlPath;
        Version = options.Version ?? "v3";
        MediaType = "application/json";
    }

    /// <summary>The HTTP methods of the API.</summary>
    public enum Method
    {
        /// <summary>Removes.</summary>
        DELETE,

        /// <summary>Reads.</summary>
        GET,

        /// <summary>Changes a part.</summary>
        PATCH,

        /// <summary>Makes or does.</summary>
        POST,

        /// <summary>Replaces.</summary>
        PUT,
    }

    /// <inheritdoc/>
    public virtual string UrlPath { get; set; }

    /// <inheritdoc/>
    public virtual string Version { get; set; }

    /// <inheritdoc/>
    public virtual string MediaType { get; set; }

    /// <inheritdoc/>
    public virtual AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header) =>
        AuthenticationHeaderValue.Parse(header.Value);

    /// <inheritdoc/>
    public virtual async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        // Not disposed: the answer's body and headers go to the caller.
        var answer = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode && _options.HttpErrorAsException)
        {
            await HttpError.ThrowAsync(answer, cancellationToken).ConfigureAwait(false);
        }

        return new Response(answer.StatusCode, answer.Content, answer.Headers);
    }

    /// <inheritdoc/>
    public async Task<Response> RequestAsync(
        Method method,
        string requestBody = null,
        string queryParams = null,
        string urlPath = null,
        CancellationToken cancellationToken = default)
    {
        var path = $"{_options.Host.TrimEnd('/')}/{Version}/{urlPath ?? UrlPath}{QueryText.From(queryParams)}";
        using var request = new HttpRequestMessage(new HttpMethod(method.ToString()), path);
        AddHeaders(request);
        if (method != Method.GET && requestBody is not null)
        {
            request.Content = new StringContent(requestBody, Encoding.UTF8, MediaType);
            request.Content.Headers.ContentType.CharSet = null;
        }

        return await MakeRequest(request, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(msg);
        return RequestAsync(Method.POST, msg.Serialize(), urlPath: "mail/send", cancellationToken: cancellationToken);
    }

    private void AddHeaders(HttpRequestMessage request)
    {
        request.Headers.Authorization = _options.Auth;
        request.Headers.TryAddWithoutValidation("User-Agent", $"sendgrid/{typeof(BaseClient).Assembly.GetName().Version} csharp");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach (var header in _options.RequestHeaders)
        {
            if (header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            {
                request.Headers.Authorization = AddAuthorization(header);
            }
            else
            {
                request.Headers.Remove(header.Key);
                request.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }
}
