namespace Azure.Storage.Blobs.Models;

/// <summary>What the service says of a written blob.</summary>
public class BlobContentInfo
{
    internal BlobContentInfo()
    {
    }

    /// <summary>The blob's version, for conditions.</summary>
    public ETag ETag { get; internal init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>MD5 of the content, when the service made one.</summary>
    public byte[]? ContentHash { get; internal init; }
}

/// <summary>What the service says of a made container.</summary>
public class BlobContainerInfo
{
    internal BlobContainerInfo()
    {
    }

    /// <summary>The container's version, for conditions.</summary>
    public ETag ETag { get; internal init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset LastModified { get; internal init; }
}
