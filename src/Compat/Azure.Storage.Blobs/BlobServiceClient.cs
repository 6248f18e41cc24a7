using Azure.Core;
using Storage.Common;

namespace Azure.Storage.Blobs;

/// <summary>The blob containers of one storage account. Safe for use by several threads; make one and keep it.</summary>
public class BlobServiceClient
{
    private readonly StorageEndpoint _endpoint = null!;
    private readonly Uri _uri = null!;

    /// <summary>A client of the account named by a connection string.</summary>
    public BlobServiceClient(string connectionString)
        : this(connectionString, new BlobClientOptions())
    {
    }

    /// <summary>A client of the account named by a connection string.</summary>
    public BlobServiceClient(string connectionString, BlobClientOptions options)
    {
        options ??= new BlobClientOptions();
        var connection = StorageConnectionString.Parse(connectionString);
        _uri = connection.BlobEndpoint;
        _endpoint = StorageEndpoint.With(connection, options, options.VersionText);
    }

    /// <summary>A client that signs with a token, as of a managed identity.</summary>
    public BlobServiceClient(Uri serviceUri, TokenCredential credential, BlobClientOptions? options = null)
    {
        options ??= new BlobClientOptions();
        _uri = serviceUri;
        _endpoint = StorageEndpoint.With(credential, options, options.VersionText);
    }

    /// <summary>A client that signs with the account's key.</summary>
    public BlobServiceClient(Uri serviceUri, StorageSharedKeyCredential credential, BlobClientOptions? options = null)
    {
        options ??= new BlobClientOptions();
        _uri = serviceUri;
        _endpoint = StorageEndpoint.With(credential, options, options.VersionText);
    }

    /// <summary>For mocking.</summary>
    protected BlobServiceClient()
    {
    }

    /// <summary>The service's address.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>A client of one container, sharing this client's pipeline; nothing is sent.</summary>
    public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName)
    {
        ArgumentException.ThrowIfNullOrEmpty(blobContainerName);
        return new BlobContainerClient(BlobPath.Container(Uri, blobContainerName), blobContainerName, _endpoint);
    }
}
