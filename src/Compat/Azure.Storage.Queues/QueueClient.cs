using Azure.Core;
using Azure.Storage.Queues.Models;
using Storage.Common;

namespace Azure.Storage.Queues;

/// <summary>One queue: its life and its properties. Messages are in the other part. Safe for use by several threads.</summary>
public partial class QueueClient
{
    private readonly StorageEndpoint _endpoint = null!;
    private readonly QueueClientOptions _options = null!;
    private readonly Uri _uri = null!;
    private readonly string _name = null!;

    /// <summary>A client of a queue of the account named by a connection string.</summary>
    public QueueClient(string connectionString, string queueName)
        : this(connectionString, queueName, new QueueClientOptions())
    {
    }

    /// <summary>A client of a queue of the account named by a connection string.</summary>
    public QueueClient(string connectionString, string queueName, QueueClientOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(queueName);
        var connection = StorageConnectionString.Parse(connectionString);
        _options = options ?? new QueueClientOptions();
        _name = queueName;
        _uri = StorageEndpoint.Below(connection.QueueEndpoint, Uri.EscapeDataString(queueName));
        _endpoint = StorageEndpoint.With(connection, _options, _options.VersionText);
    }

    /// <summary>A client that signs with a token, as of a managed identity.</summary>
    public QueueClient(Uri queueUri, TokenCredential credential, QueueClientOptions? options = null)
    {
        _options = options ?? new QueueClientOptions();
        _uri = queueUri;
        _name = NameOf(queueUri);
        _endpoint = StorageEndpoint.With(credential, _options, _options.VersionText);
    }

    /// <summary>A client that signs with the account's key.</summary>
    public QueueClient(Uri queueUri, StorageSharedKeyCredential credential, QueueClientOptions? options = null)
    {
        _options = options ?? new QueueClientOptions();
        _uri = queueUri;
        _name = NameOf(queueUri);
        _endpoint = StorageEndpoint.With(credential, _options, _options.VersionText);
    }

    /// <summary>For mocking.</summary>
    protected QueueClient()
    {
    }

    internal QueueClient(Uri queueUri, string queueName, StorageEndpoint endpoint, QueueClientOptions options)
    {
        _uri = queueUri;
        _name = queueName;
        _endpoint = endpoint;
        _options = options;
    }

    /// <summary>The queue's address.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>The queue's name.</summary>
    public virtual string Name => _name;

    /// <summary>Creates the queue.</summary>
    /// <returns>The answer, or null when the queue was there.</returns>
    public virtual async Task<Response> CreateIfNotExistsAsync(IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Message(RequestMethod.Put, Uri);
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
        {
            message.Request.Headers.Add("x-ms-meta-" + name, value);
        }

        try
        {
            var response = await _endpoint.SendAsync(message, cancellationToken, 201, 204).ConfigureAwait(false);
            return response.Status == 201 ? response : null!;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueAlreadyExists)
        {
            return null!;
        }
    }

    /// <summary>Deletes the queue and what is in it.</summary>
    /// <returns>False when there was no such queue.</returns>
    public virtual async Task<Response<bool>> DeleteIfExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Message(RequestMethod.Delete, Uri);
        try
        {
            return Response.FromValue(true, await _endpoint.SendAsync(message, cancellationToken, 204).ConfigureAwait(false));
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return Response.FromValue(false, failure.GetRawResponse()!);
        }
    }

    /// <summary>Whether the queue exists.</summary>
    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Message(RequestMethod.Get, Uri, ("comp", "metadata"));
        try
        {
            return Response.FromValue(true, await _endpoint.SendAsync(message, cancellationToken, 200).ConfigureAwait(false));
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return Response.FromValue(false, failure.GetRawResponse()!);
        }
    }

    /// <summary>The queue's approximate length and its metadata.</summary>
    public virtual async Task<Response<QueueProperties>> GetPropertiesAsync(CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Message(RequestMethod.Get, Uri, ("comp", "metadata"));
        var response = await _endpoint.SendAsync(message, cancellationToken, 200).ConfigureAwait(false);
        return Response.FromValue(QueueHeaders.Properties(response), response);
    }

    private static string NameOf(Uri queueUri)
    {
        ArgumentNullException.ThrowIfNull(queueUri);
        return Uri.UnescapeDataString(queueUri.AbsolutePath.TrimEnd('/').Split('/')[^1]);
    }
}
