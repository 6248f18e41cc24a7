namespace Azure.Storage.Blobs.Models;

/// <summary>A blob as it arrives; dispose it to give the connection back.</summary>
public class BlobDownloadStreamingResult : IDisposable
{
    internal BlobDownloadStreamingResult()
    {
    }

    /// <summary>The content; not seekable.</summary>
    public Stream Content { get; internal init; } = Stream.Null;

    /// <summary>What the service says of it.</summary>
    public BlobDownloadDetails Details { get; internal init; } = new();

    /// <summary>Closes the content.</summary>
    public void Dispose()
    {
        Content.Dispose();
        GC.SuppressFinalize(this);
    }
}
