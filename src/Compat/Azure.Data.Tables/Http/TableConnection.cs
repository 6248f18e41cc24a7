using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Storage.Common;

namespace Azure.Data.Tables.Http;

/// <summary>An account's endpoint and the pipeline that reaches it; shared by a service client and its table clients.</summary>
internal sealed class TableConnection
{
    private const string Format = "application/json;odata=minimalmetadata";
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    private TableConnection(Uri endpoint, string? accountName, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Endpoint = endpoint.AbsoluteUri.EndsWith('/') ? endpoint : new Uri(endpoint.AbsoluteUri + "/");
        AccountName = accountName ?? AccountOf(Endpoint);
        options ??= new TableClientOptions();
        _version = options.VersionHeader;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = TableErrorParser.Instance,
        });
    }

    /// <summary>The account's address, with a slash at the end.</summary>
    public Uri Endpoint { get; }

    public string AccountName { get; }

    public static TableConnection Of(string connectionString, TableClientOptions? options)
    {
        var settings = StorageConnectionString.Parse(connectionString);
        return Of(settings.TableEndpoint, new TableSharedKeyCredential(settings.AccountName, settings.AccountKeyBase64), options);
    }

    public static TableConnection Of(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, credential.AccountName, new TableSharedKeyPolicy(credential, time ?? TimeProvider.System), options);
    }

    public static TableConnection Of(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, null, new BearerTokenAuthenticationPolicy(credential, Scope), options);
    }

    /// <summary>A request to the path after the endpoint, already escaped. Statuses outside the classifier's are errors.</summary>
    public HttpMessage Message(RequestMethod method, string path, ResponseClassifier expected, bool withFormat = true)
    {
        var message = _pipeline.CreateMessage(null, expected);
        message.Request.Method = method;
        message.Request.Uri.Reset(Endpoint);
        message.Request.Uri.AppendPath(path, escape: false);
        if (withFormat)
        {
            message.Request.Uri.AppendQuery("$format", Format, escapeValue: true);
        }

        message.Request.Headers.Add("x-ms-version", _version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", withFormat ? Format : "application/json");
        return message;
    }

    /// <exception cref="RequestFailedException">The service refused, or did not answer.</exception>
    public async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.IsError
            ? throw new RequestFailedException(message.Response, null, TableErrorParser.Instance)
            : message.Response;
    }

    // https://account.table.… names it in the host; an emulator on an IP address or localhost names it first in the path.
    private static string AccountOf(Uri endpoint) =>
        endpoint.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || endpoint.IsLoopback
            ? WebUtility.UrlDecode(endpoint.Segments.ElementAtOrDefault(1)?.TrimEnd('/') ?? "")
            : endpoint.Host.Split('.')[0];
}
