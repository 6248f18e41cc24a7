using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Notifieringar.Records.Letters;

/// <summary>The blobs of a part: <c>{unit}/{run date}/{part}.{kind}</c> in one container.</summary>
/// <param name="blobs">The storage account's blobs.</param>
internal sealed class PartBlobs(BlobServiceClient blobs)
{
    private const string Container = "letters";
    private BlobContainerClient? _container;

    public async Task<T> ReadAsync<T>(LetterRunPart part, string kind, CancellationToken cancellation)
    {
        var blob = await OfAsync(part, kind, cancellation).ConfigureAwait(false);
        var content = await blob.DownloadContentAsync(cancellation).ConfigureAwait(false);
        return content.Value.Content.ToObjectFromJson<T>(JsonSerializerOptions.Web)!;
    }

    /// <summary>Writes what stands from then on; nothing when somebody has.</summary>
    public async Task WriteOnceAsync<T>(LetterRunPart part, string kind, T content, CancellationToken cancellation)
    {
        var once = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
        };
        var blob = await OfAsync(part, kind, cancellation).ConfigureAwait(false);
        try
        {
            await blob.UploadAsync(BinaryData.FromObjectAsJson(content, JsonSerializerOptions.Web), once, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            // The first to write it is the one that counts.
        }
    }

    public async Task OverwriteAsync<T>(LetterRunPart part, string kind, T content, CancellationToken cancellation)
    {
        var blob = await OfAsync(part, kind, cancellation).ConfigureAwait(false);
        await blob.UploadAsync(BinaryData.FromObjectAsJson(content, JsonSerializerOptions.Web), overwrite: true, cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes a part's blobs of a kind, whatever they are called before it.</summary>
    /// <param name="part">The part.</param>
    /// <param name="kind">The kind: how the name ends.</param>
    /// <param name="except">The kind of one that stays; null for none.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task RemoveAsync(LetterRunPart part, string kind, string? except, CancellationToken cancellation)
    {
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        var kept = except is null ? null : NameOf(part, except);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, NameOf(part, ""), cancellation).ConfigureAwait(false))
        {
            if (blob.Name.EndsWith($".{kind}", StringComparison.Ordinal) && blob.Name != kept)
            {
                await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Removes every blob of a part.</summary>
    public async Task RemoveAllAsync(LetterRunPart part, CancellationToken cancellation)
    {
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, NameOf(part, ""), cancellation).ConfigureAwait(false))
        {
            await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
        }
    }

    public async Task<BlobClient> OfAsync(LetterRunPart part, string kind, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        return (await ContainerAsync(cancellation).ConfigureAwait(false)).GetBlobClient(NameOf(part, kind));
    }

    private static string NameOf(LetterRunPart part, string kind) => $"{part.Unit}/{part.Name.Replace('~', '/')}.{kind}";

    private async Task<BlobContainerClient> ContainerAsync(CancellationToken cancellation)
    {
        if (_container is null)
        {
            var container = blobs.GetBlobContainerClient(Container);
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
            _container = container;
        }

        return _container;
    }
}
