using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Storage.Common;

namespace Azure.Storage.Blobs;

/// <summary>One block blob. This stand-in writes it with one Put Blob request of at most 256 MiB.</summary>
public class BlobClient : BlobBaseClient
{
    /// <summary>256 MiB: what every version of the service takes in one request.</summary>
    internal const long MaxUploadBytes = 256L * 1024 * 1024;

    /// <summary>A client of a blob of the account named by a connection string.</summary>
    public BlobClient(string connectionString, string blobContainerName, string blobName)
        : this(connectionString, blobContainerName, blobName, new BlobClientOptions())
    {
    }

    /// <summary>A client of a blob of the account named by a connection string.</summary>
    public BlobClient(string connectionString, string blobContainerName, string blobName, BlobClientOptions options)
        : this(StorageConnectionString.Parse(connectionString), blobContainerName, blobName, options ?? new BlobClientOptions())
    {
    }

    /// <summary>A client that signs with a token, as of a managed identity.</summary>
    public BlobClient(Uri blobUri, TokenCredential credential, BlobClientOptions? options = null)
        : this(blobUri, BlobPath.Split(blobUri), options ?? new BlobClientOptions(), (given, version) => StorageEndpoint.With(credential, given, version))
    {
    }

    /// <summary>A client that signs with the account's key.</summary>
    public BlobClient(Uri blobUri, StorageSharedKeyCredential credential, BlobClientOptions? options = null)
        : this(blobUri, BlobPath.Split(blobUri), options ?? new BlobClientOptions(), (given, version) => StorageEndpoint.With(credential, given, version))
    {
    }

    /// <summary>For mocking.</summary>
    protected BlobClient()
    {
    }

    internal BlobClient(Uri uri, string containerName, string name, StorageEndpoint endpoint)
        : base(uri, containerName, name, endpoint)
    {
    }

    private BlobClient(StorageConnectionString connection, string containerName, string blobName, BlobClientOptions options)
        : base(
            BlobPath.Blob(BlobPath.Container(connection.BlobEndpoint, containerName), blobName),
            containerName,
            blobName,
            StorageEndpoint.With(connection, options, options.VersionText))
    {
    }

    private BlobClient(Uri uri, (string Container, string Blob) path, BlobClientOptions options, Func<ClientOptions, string, StorageEndpoint> endpoint)
        : base(uri, path.Container, path.Blob, endpoint(options, options.VersionText))
    {
    }

    /// <summary>Writes a blob that must not exist.</summary>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content) => UploadAsync(content, overwrite: false);

    /// <summary>Writes a blob that must not exist.</summary>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content) => UploadAsync(content, overwrite: false);

    /// <summary>Writes a blob that must not exist.</summary>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content, CancellationToken cancellationToken) =>
        UploadAsync(content, overwrite: false, cancellationToken);

    /// <summary>Writes a blob that must not exist.</summary>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, CancellationToken cancellationToken) =>
        UploadAsync(content, overwrite: false, cancellationToken);

    /// <summary>Writes a blob; unless <paramref name="overwrite"/>, one that exists is a failure with code BlobAlreadyExists.</summary>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, Unless(overwrite), cancellationToken);

    /// <summary>Writes a blob; unless <paramref name="overwrite"/>, one that exists is a failure with code BlobAlreadyExists.</summary>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, Unless(overwrite), cancellationToken);

    /// <summary>Writes a blob over what may be there, as the conditions allow.</summary>
    /// <exception cref="ArgumentException">The content is over 256 MiB.</exception>
    /// <exception cref="RequestFailedException">BlobAlreadyExists (IfNoneMatch), ConditionNotMet (IfMatch), ContainerNotFound.</exception>
    public virtual async Task<Response<BlobContentInfo>> UploadAsync(
        BinaryData content,
        BlobUploadOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return await PutAsync(RequestContent.Create(content), content.ToMemory().Length, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a blob, from where the stream stands to its end, over what may be there, as the conditions allow.</summary>
    /// <exception cref="ArgumentException">The content is over 256 MiB.</exception>
    /// <exception cref="RequestFailedException">BlobAlreadyExists (IfNoneMatch), ConditionNotMet (IfMatch), ContainerNotFound.</exception>
    public virtual async Task<Response<BlobContentInfo>> UploadAsync(
        Stream content,
        BlobUploadOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.CanSeek)
        {
            return await PutAsync(new CallersStream(content), content.Length - content.Position, options, cancellationToken).ConfigureAwait(false);
        }

        // A retry sends the content again, so a stream that cannot go back is read into memory first.
        using var copy = await BoundedCopy.ReadAsync(content, MaxUploadBytes, cancellationToken).ConfigureAwait(false);
        return await PutAsync(new CallersStream(copy), copy.Length, options, cancellationToken).ConfigureAwait(false);
    }

    private static BlobUploadOptions Unless(bool overwrite) =>
        new() { Conditions = overwrite ? null : new BlobRequestConditions { IfNoneMatch = ETag.All } };

    private async Task<Response<BlobContentInfo>> PutAsync(RequestContent content, long length, BlobUploadOptions? options, CancellationToken cancellationToken)
    {
        BoundedCopy.Check(length, MaxUploadBytes);
        using var message = Endpoint.Message(RequestMethod.Put, Uri);
        message.Request.Headers.Add("x-ms-blob-type", "BlockBlob");
        BlobHeaders.AddContent(message.Request, options?.HttpHeaders);
        BlobHeaders.AddMetadata(message.Request, options?.Metadata);
        BlobHeaders.AddConditions(message.Request, options?.Conditions);
        message.Request.Content = content;
        var response = await Endpoint.SendAsync(message, cancellationToken, 201).ConfigureAwait(false);
        return Response.FromValue(BlobHeaders.ContentInfo(response), response);
    }
}
