namespace Azure.Storage.Blobs.Models;

/// <summary>What may go with an upload.</summary>
public class BlobUploadOptions
{
    /// <summary>No options: an existing blob is overwritten.</summary>
    public BlobUploadOptions()
    {
    }

    /// <summary>The content's type and the like, given back to every reader.</summary>
    public BlobHttpHeaders? HttpHeaders { get; set; }

    /// <summary>Name and value pairs; ASCII.</summary>
    public IDictionary<string, string>? Metadata { get; set; }

    /// <summary>What must hold for the upload to be carried out.</summary>
    public BlobRequestConditions? Conditions { get; set; }
}
