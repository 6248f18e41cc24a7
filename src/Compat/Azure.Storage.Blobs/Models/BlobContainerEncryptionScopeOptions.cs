namespace Azure.Storage.Blobs.Models;

/// <summary>The encryption scope of a new container.</summary>
public class BlobContainerEncryptionScopeOptions
{
    /// <summary>The account's own scope.</summary>
    public BlobContainerEncryptionScopeOptions()
    {
    }

    /// <summary>The scope of blobs that name none.</summary>
    public string? DefaultEncryptionScope { get; set; }

    /// <summary>Whether blobs must not name another.</summary>
    public bool PreventEncryptionScopeOverride { get; set; }
}
