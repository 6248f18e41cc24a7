namespace Azure.Storage.Blobs.Models;

/// <summary>What the service says of a downloaded blob.</summary>
public class BlobDownloadDetails
{
    internal BlobDownloadDetails()
    {
    }

    /// <summary>Bytes in this download.</summary>
    public long ContentLength { get; internal init; }

    /// <summary>The media type.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>MD5 of the content, when the service keeps one.</summary>
    public byte[]? ContentHash { get; internal init; }

    /// <summary>The blob's version, for conditions.</summary>
    public ETag ETag { get; internal init; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>Name and value pairs of the blob's owner.</summary>
    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
