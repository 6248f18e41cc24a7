using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage;

namespace Storage.Common;

/// <summary>What every client of one account shares: the pipeline (retries, diagnostics, signing) and the API version.</summary>
internal sealed class StorageEndpoint
{
    private const string TokenScope = "https://storage.azure.com/.default";

    private readonly string _version;

    private StorageEndpoint(ClientOptions options, string version, HttpPipelinePolicy authentication)
    {
        _version = version;
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new StorageErrorParser() };
        pipeline.PerRetryPolicies.Add(authentication);
        Pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    public HttpPipeline Pipeline { get; }

    public static StorageEndpoint With(StorageSharedKeyCredential credential, ClientOptions options, string version)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new(options, version, new SharedKeyPolicy(credential));
    }

    public static StorageEndpoint With(TokenCredential credential, ClientOptions options, string version)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new(options, version, new BearerTokenAuthenticationPolicy(credential, TokenScope));
    }

    public static StorageEndpoint With(StorageConnectionString connection, ClientOptions options, string version) =>
        With(new StorageSharedKeyCredential(connection.AccountName, connection.AccountKey), options, version);

    /// <summary>A request to <paramref name="uri"/> with the API version set.</summary>
    public HttpMessage Message(RequestMethod method, Uri uri, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var message = Pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(uri);
        foreach (var (name, value) in query)
        {
            if (value is not null)
            {
                message.Request.Uri.AppendQuery(name, value, escapeValue: true);
            }
        }

        message.Request.Headers.Add("x-ms-version", _version);
        return message;
    }

    /// <summary>Sends and returns the answer when its status is one of <paramref name="expected"/>.</summary>
    /// <exception cref="RequestFailedException">Any other status; ErrorCode is the service's.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, params int[] expected)
    {
        await Pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return expected.Contains(message.Response.Status) ? message.Response : throw new RequestFailedException(message.Response);
    }

    /// <summary>The account's address with one more path segment or more, each already escaped.</summary>
    public static Uri Below(Uri parent, string escapedPath)
    {
        var builder = new UriBuilder(parent);
        builder.Path = builder.Path.TrimEnd('/') + "/" + escapedPath;
        return builder.Uri;
    }
}
