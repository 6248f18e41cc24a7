namespace Azure.Storage.Blobs.Models;

/// <summary>What may go with a download.</summary>
public class BlobDownloadOptions
{
    /// <summary>No options: the whole blob.</summary>
    public BlobDownloadOptions()
    {
    }

    /// <summary>The bytes wanted; the whole blob when default.</summary>
    public HttpRange Range { get; set; }

    /// <summary>What must hold for the download to be carried out.</summary>
    public BlobRequestConditions? Conditions { get; set; }
}
