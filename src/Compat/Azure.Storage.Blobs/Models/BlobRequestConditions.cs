namespace Azure.Storage.Blobs.Models;

/// <summary>Conditions on a blob's tag, times and index tags.</summary>
public class BlobLeaseRequestConditions : RequestConditions
{
    /// <summary>No conditions.</summary>
    public BlobLeaseRequestConditions()
    {
    }

    /// <summary>An expression over the blob's index tags.</summary>
    public string? TagConditions { get; set; }
}

/// <summary>Conditions that must hold for a request to be carried out.</summary>
public class BlobRequestConditions : BlobLeaseRequestConditions
{
    /// <summary>No conditions.</summary>
    public BlobRequestConditions()
    {
    }

    /// <summary>The lease that must be held.</summary>
    public string? LeaseId { get; set; }
}
