using Azure.Core;
using Azure.Storage.Blobs.Models;
using Storage.Common;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>What all kinds of blobs can do: be asked for, read and deleted. Safe for use by several threads.</summary>
public class BlobBaseClient
{
    private readonly StorageEndpoint _endpoint = null!;
    private readonly Uri _uri = null!;
    private readonly string _containerName = null!;
    private readonly string _name = null!;

    /// <summary>For mocking.</summary>
    protected BlobBaseClient()
    {
    }

    internal BlobBaseClient(Uri uri, string containerName, string name, StorageEndpoint endpoint)
    {
        _uri = uri;
        _containerName = containerName;
        _name = name;
        _endpoint = endpoint;
    }

    /// <summary>The blob's address.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>The container's name.</summary>
    public virtual string BlobContainerName => _containerName;

    /// <summary>The blob's name in its container.</summary>
    public virtual string Name => _name;

    internal StorageEndpoint Endpoint => _endpoint;

    /// <summary>Whether the blob exists; false also when its container does not.</summary>
    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Message(RequestMethod.Head, Uri);
        try
        {
            return Response.FromValue(true, await _endpoint.SendAsync(message, cancellationToken, 200).ConfigureAwait(false));
        }
        catch (RequestFailedException failure) when (IsMissing(failure))
        {
            return Response.FromValue(false, failure.GetRawResponse()!);
        }
    }

    /// <summary>Deletes the blob.</summary>
    /// <returns>False when there was no such blob.</returns>
    public virtual async Task<Response<bool>> DeleteIfExistsAsync(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Message(RequestMethod.Delete, Uri);
        if (snapshotsOption != DeleteSnapshotsOption.None)
        {
            message.Request.Headers.Add("x-ms-delete-snapshots", snapshotsOption == DeleteSnapshotsOption.OnlySnapshots ? "only" : "include");
        }

        BlobHeaders.AddConditions(message.Request, conditions);
        try
        {
            return Response.FromValue(true, await _endpoint.SendAsync(message, cancellationToken, 202).ConfigureAwait(false));
        }
        catch (RequestFailedException failure) when (IsMissing(failure))
        {
            return Response.FromValue(false, failure.GetRawResponse()!);
        }
    }

    /// <summary>The blob's size, type, tag, times and metadata.</summary>
    public virtual async Task<Response<BlobProperties>> GetPropertiesAsync(
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Message(RequestMethod.Head, Uri);
        BlobHeaders.AddConditions(message.Request, conditions);
        var response = await _endpoint.SendAsync(message, cancellationToken, 200).ConfigureAwait(false);
        return Response.FromValue(BlobHeaders.Properties(response), response);
    }

    /// <summary>Reads the whole blob into memory.</summary>
    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync() => DownloadContentAsync(null, default);

    /// <summary>Reads the whole blob into memory.</summary>
    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) =>
        DownloadContentAsync(null, cancellationToken);

    /// <summary>Reads the blob, or a range of it, into memory.</summary>
    public virtual async Task<Response<BlobDownloadResult>> DownloadContentAsync(
        BlobDownloadOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var message = Download(options);
        var response = await _endpoint.SendAsync(message, cancellationToken, 200, 206).ConfigureAwait(false);
        return Response.FromValue(new BlobDownloadResult { Content = response.Content, Details = BlobHeaders.Details(response) }, response);
    }

    /// <summary>
    /// Reads the blob, or a range of it, as it arrives; dispose the result. A connection lost on the way is an <see cref="IOException"/>.
    /// </summary>
    public virtual async Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        BlobDownloadOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var message = Download(options);
        message.BufferResponse = false;
        var response = await _endpoint.SendAsync(message, cancellationToken, 200, 206).ConfigureAwait(false);
        var content = message.ExtractResponseContent() ?? Stream.Null;
        return Response.FromValue(new BlobDownloadStreamingResult { Content = content, Details = BlobHeaders.Details(response) }, response);
    }

    private static bool IsMissing(RequestFailedException failure) =>
        failure.ErrorCode == BlobErrorCode.BlobNotFound || failure.ErrorCode == BlobErrorCode.ContainerNotFound;

    private HttpMessage Download(BlobDownloadOptions? options)
    {
        var message = _endpoint.Message(RequestMethod.Get, Uri);
        BlobHeaders.AddConditions(message.Request, options?.Conditions);
        if (options is { Range: var range } && range != default)
        {
            message.Request.Headers.Add("x-ms-range", range.ToString());
        }

        return message;
    }
}
