namespace Azure.Storage.Blobs.Models;

/// <summary>A blob read into memory.</summary>
public class BlobDownloadResult
{
    internal BlobDownloadResult()
    {
    }

    /// <summary>The content.</summary>
    public BinaryData Content { get; internal init; } = new("");

    /// <summary>What the service says of it.</summary>
    public BlobDownloadDetails Details { get; internal init; } = new();
}
