using Storage.Common;

namespace Azure.Storage.Blobs;

/// <summary>Names to addresses and back.</summary>
internal static class BlobPath
{
    public static Uri Container(Uri service, string name) => StorageEndpoint.Below(service, Uri.EscapeDataString(name));

    // A slash in a blob's name stays a slash in its address, so that a listing and a link read alike.
    public static Uri Blob(Uri container, string name) =>
        StorageEndpoint.Below(container, Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal));

    public static string LastSegment(Uri uri) => Uri.UnescapeDataString(uri.AbsolutePath.TrimEnd('/').Split('/')[^1]);

    /// <summary>Container and blob of a blob's address; the emulator's addresses have the account as first segment.</summary>
    public static (string Container, string Blob) Split(Uri blobUri)
    {
        var accountInPath = System.Net.IPAddress.TryParse(blobUri.Host, out _) || blobUri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        var segments = blobUri.AbsolutePath.TrimStart('/').Split('/', accountInPath ? 3 : 2);
        return segments.Length >= 2
            ? (Uri.UnescapeDataString(segments[^2]), Uri.UnescapeDataString(segments[^1]))
            : throw new ArgumentException("The address names no blob.", nameof(blobUri));
    }
}
