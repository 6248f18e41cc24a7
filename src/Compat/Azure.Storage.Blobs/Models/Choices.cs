namespace Azure.Storage.Blobs.Models;

/// <summary>What a listing tells besides names and properties.</summary>
[Flags]
public enum BlobTraits
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Metadata.</summary>
    Metadata = 2,
}

/// <summary>Which blobs a listing shows besides the committed ones.</summary>
[Flags]
public enum BlobStates
{
    /// <summary>No others.</summary>
    None = 0,
}

/// <summary>What anyone may read without credentials.</summary>
public enum PublicAccessType
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Blobs, and the listing.</summary>
    BlobContainer = 1,

    /// <summary>Blobs whose names are known.</summary>
    Blob = 2,
}

/// <summary>What becomes of a deleted blob's snapshots.</summary>
public enum DeleteSnapshotsOption
{
    /// <summary>A blob with snapshots is not deleted.</summary>
    None = 0,

    /// <summary>They go with it.</summary>
    IncludeSnapshots = 1,

    /// <summary>They go, and the blob stays.</summary>
    OnlySnapshots = 2,
}
