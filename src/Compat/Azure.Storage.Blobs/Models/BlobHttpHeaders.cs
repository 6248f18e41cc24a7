namespace Azure.Storage.Blobs.Models;

/// <summary>The HTTP headers kept with a blob.</summary>
public class BlobHttpHeaders
{
    /// <summary>No headers.</summary>
    public BlobHttpHeaders()
    {
    }

    /// <summary>The media type; application/octet-stream when null.</summary>
    public string? ContentType { get; set; }

    /// <summary>MD5 of the content.</summary>
    public byte[]? ContentHash { get; set; }

    /// <summary>As gzip.</summary>
    public string? ContentEncoding { get; set; }

    /// <summary>The natural language.</summary>
    public string? ContentLanguage { get; set; }

    /// <summary>As attachment, with a file name.</summary>
    public string? ContentDisposition { get; set; }

    /// <summary>How long readers may keep it.</summary>
    public string? CacheControl { get; set; }
}
