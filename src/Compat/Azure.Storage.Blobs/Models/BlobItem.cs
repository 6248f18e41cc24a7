namespace Azure.Storage.Blobs.Models;

/// <summary>A blob in a listing.</summary>
public class BlobItem
{
    internal BlobItem()
    {
    }

    /// <summary>The blob's name in its container.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>What the listing says of it.</summary>
    public BlobItemProperties Properties { get; internal init; } = new();

    /// <summary>Name and value pairs; empty unless <see cref="BlobTraits.Metadata"/> was asked for.</summary>
    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>What a listing says of a blob.</summary>
public class BlobItemProperties
{
    internal BlobItemProperties()
    {
    }

    /// <summary>Bytes.</summary>
    public long? ContentLength { get; internal init; }

    /// <summary>The media type.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>As gzip.</summary>
    public string? ContentEncoding { get; internal init; }

    /// <summary>MD5 of the content, when the service keeps one.</summary>
    public byte[]? ContentHash { get; internal init; }

    /// <summary>When it was first written.</summary>
    public DateTimeOffset? CreatedOn { get; internal init; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    /// <summary>The blob's version, for conditions.</summary>
    public ETag? ETag { get; internal init; }
}
