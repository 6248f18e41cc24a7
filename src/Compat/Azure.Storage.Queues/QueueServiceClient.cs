using Azure.Core;
using Storage.Common;

namespace Azure.Storage.Queues;

/// <summary>The queues of one storage account. Safe for use by several threads; make one and keep it.</summary>
public class QueueServiceClient
{
    private readonly StorageEndpoint _endpoint = null!;
    private readonly QueueClientOptions _options = null!;
    private readonly Uri _uri = null!;

    /// <summary>A client of the account named by a connection string.</summary>
    public QueueServiceClient(string connectionString)
        : this(connectionString, new QueueClientOptions())
    {
    }

    /// <summary>A client of the account named by a connection string.</summary>
    public QueueServiceClient(string connectionString, QueueClientOptions options)
    {
        var connection = StorageConnectionString.Parse(connectionString);
        _options = options ?? new QueueClientOptions();
        _uri = connection.QueueEndpoint;
        _endpoint = StorageEndpoint.With(connection, _options, _options.VersionText);
    }

    /// <summary>A client that signs with a token, as of a managed identity.</summary>
    public QueueServiceClient(Uri serviceUri, TokenCredential credential, QueueClientOptions? options = null)
    {
        _options = options ?? new QueueClientOptions();
        _uri = serviceUri;
        _endpoint = StorageEndpoint.With(credential, _options, _options.VersionText);
    }

    /// <summary>A client that signs with the account's key.</summary>
    public QueueServiceClient(Uri serviceUri, StorageSharedKeyCredential credential, QueueClientOptions? options = null)
    {
        _options = options ?? new QueueClientOptions();
        _uri = serviceUri;
        _endpoint = StorageEndpoint.With(credential, _options, _options.VersionText);
    }

    /// <summary>For mocking.</summary>
    protected QueueServiceClient()
    {
    }

    /// <summary>The service's address.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>A client of one queue, sharing this client's pipeline; nothing is sent.</summary>
    public virtual QueueClient GetQueueClient(string queueName)
    {
        ArgumentException.ThrowIfNullOrEmpty(queueName);
        return new QueueClient(StorageEndpoint.Below(Uri, Uri.EscapeDataString(queueName)), queueName, _endpoint, _options);
    }
}
