using System.Globalization;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Storage.Common;

namespace Azure.Storage.Blobs;

/// <summary>One blob container. Safe for use by several threads.</summary>
public class BlobContainerClient
{
    private readonly StorageEndpoint _endpoint = null!;
    private readonly Uri _uri = null!;
    private readonly string _name = null!;

    /// <summary>A client of a container of the account named by a connection string.</summary>
    public BlobContainerClient(string connectionString, string blobContainerName)
        : this(connectionString, blobContainerName, new BlobClientOptions())
    {
    }

    /// <summary>A client of a container of the account named by a connection string.</summary>
    public BlobContainerClient(string connectionString, string blobContainerName, BlobClientOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(blobContainerName);
        options ??= new BlobClientOptions();
        var connection = StorageConnectionString.Parse(connectionString);
        _name = blobContainerName;
        _uri = BlobPath.Container(connection.BlobEndpoint, blobContainerName);
        _endpoint = StorageEndpoint.With(connection, options, options.VersionText);
    }

    /// <summary>A client that signs with a token, as of a managed identity.</summary>
    public BlobContainerClient(Uri blobContainerUri, TokenCredential credential, BlobClientOptions? options = null)
    {
        options ??= new BlobClientOptions();
        _uri = blobContainerUri;
        _name = BlobPath.LastSegment(blobContainerUri);
        _endpoint = StorageEndpoint.With(credential, options, options.VersionText);
    }

    /// <summary>A client that signs with the account's key.</summary>
    public BlobContainerClient(Uri blobContainerUri, StorageSharedKeyCredential credential, BlobClientOptions? options = null)
    {
        options ??= new BlobClientOptions();
        _uri = blobContainerUri;
        _name = BlobPath.LastSegment(blobContainerUri);
        _endpoint = StorageEndpoint.With(credential, options, options.VersionText);
    }

    /// <summary>For mocking.</summary>
    protected BlobContainerClient()
    {
    }

    internal BlobContainerClient(Uri uri, string name, StorageEndpoint endpoint)
    {
        _uri = uri;
        _name = name;
        _endpoint = endpoint;
    }

    /// <summary>The container's address.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>The container's name.</summary>
    public virtual string Name => _name;

    /// <summary>A client of one blob, sharing this client's pipeline; nothing is sent.</summary>
    public virtual BlobClient GetBlobClient(string blobName)
    {
        ArgumentException.ThrowIfNullOrEmpty(blobName);
        return new BlobClient(BlobPath.Blob(Uri, blobName), Name, blobName, _endpoint);
    }

    /// <summary>Creates the container.</summary>
    /// <returns>The answer, or null when the container was there.</returns>
    public virtual async Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = null,
        CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Message(RequestMethod.Put, Uri, ("restype", "container"));
        BlobHeaders.AddAccess(message.Request, publicAccessType, encryptionScopeOptions);
        BlobHeaders.AddMetadata(message.Request, metadata);
        try
        {
            var response = await _endpoint.SendAsync(message, cancellationToken, 201).ConfigureAwait(false);
            return Response.FromValue(BlobHeaders.ContainerInfo(response), response);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerAlreadyExists)
        {
            return null!;
        }
    }

    /// <summary>Deletes the container and what is in it.</summary>
    /// <returns>False when there was no such container.</returns>
    public virtual async Task<Response<bool>> DeleteIfExistsAsync(BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Message(RequestMethod.Delete, Uri, ("restype", "container"));
        BlobHeaders.AddConditions(message.Request, conditions);
        try
        {
            return Response.FromValue(true, await _endpoint.SendAsync(message, cancellationToken, 202).ConfigureAwait(false));
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return Response.FromValue(false, failure.GetRawResponse()!);
        }
    }

    /// <summary>Whether the container exists.</summary>
    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Message(RequestMethod.Get, Uri, ("restype", "container"));
        try
        {
            return Response.FromValue(true, await _endpoint.SendAsync(message, cancellationToken, 200).ConfigureAwait(false));
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return Response.FromValue(false, failure.GetRawResponse()!);
        }
    }

    /// <summary>Lists blobs by name, page after page as it is read.</summary>
    public virtual AsyncPageable<BlobItem> GetBlobsAsync(BlobTraits traits, BlobStates states, string? prefix, CancellationToken cancellationToken) =>
        new BlobPages((marker, pageSize, token) => PageAsync(traits, states, prefix, marker, pageSize, token), cancellationToken);

    private async Task<Page<BlobItem>> PageAsync(
        BlobTraits traits,
        BlobStates states,
        string? prefix,
        string? marker,
        int? pageSize,
        CancellationToken cancellationToken)
    {
        using var message = _endpoint.Message(
            RequestMethod.Get,
            Uri,
            ("restype", "container"),
            ("comp", "list"),
            ("prefix", prefix),
            ("marker", marker),
            ("maxresults", pageSize?.ToString(CultureInfo.InvariantCulture)),
            ("include", BlobXml.Include(traits, states)));
        var response = await _endpoint.SendAsync(message, cancellationToken, 200).ConfigureAwait(false);
        return BlobXml.Page(response);
    }
}
