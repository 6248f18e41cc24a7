namespace SendGrid;

/// <summary>A client of the SendGrid Web API that authenticates with an API key.</summary>
public class SendGridClient : BaseClient
{
    /// <summary>Makes a client on an HTTP client that the caller owns.</summary>
    /// <param name="httpClient">The HTTP client; null for a new one.</param>
    /// <param name="apiKey">The API key.</param>
    /// <param name="host">Scheme and host; null for the global region.</param>
    /// <param name="requestHeaders">Headers added to every request.</param>
    /// <param name="version">The API version; null for v3.</param>
    /// <param name="urlPath">The path of requests that name none.</param>
    /// <param name="httpErrorAsException">Whether an answer that is not 2xx is thrown.</param>
    public SendGridClient(
        HttpClient httpClient,
        string apiKey,
        string host = null,
        Dictionary<string, string> requestHeaders = null,
        string version = null,
        string urlPath = null,
        bool httpErrorAsException = false)
        : this(httpClient, Options(apiKey, host, requestHeaders, version, urlPath, httpErrorAsException))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <param name="host">Scheme and host; null for the global region.</param>
    /// <param name="requestHeaders">Headers added to every request.</param>
    /// <param name="version">The API version; null for v3.</param>
    /// <param name="urlPath">The path of requests that name none.</param>
    public SendGridClient(
        string apiKey,
        string host = null,
        Dictionary<string, string> requestHeaders = null,
        string version = null,
        string urlPath = null)
        : this(Options(apiKey, host, requestHeaders, version, urlPath, httpErrorAsException: false))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="options">Key, host and behaviour.</param>
    public SendGridClient(SendGridClientOptions options)
        : base(options)
    {
    }

    /// <summary>Makes a client on an HTTP client that the caller owns.</summary>
    /// <param name="httpClient">The HTTP client; null for a new one.</param>
    /// <param name="options">Key, host and behaviour.</param>
    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
        : base(httpClient, options)
    {
    }

    private static SendGridClientOptions Options(
        string apiKey,
        string host,
        Dictionary<string, string> requestHeaders,
        string version,
        string urlPath,
        bool httpErrorAsException)
    {
        var options = new SendGridClientOptions
        {
            ApiKey = apiKey,
            Version = version,
            UrlPath = urlPath,
            HttpErrorAsException = httpErrorAsException,
        };
        options.Host = host ?? options.Host;
        options.RequestHeaders = requestHeaders ?? options.RequestHeaders;
        return options;
    }
}
