using System.Globalization;
using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>What blob requests and answers say in headers.</summary>
internal static class BlobHeaders
{
    private const string MetadataPrefix = "x-ms-meta-";

    public static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static void AddMetadata(Request request, IDictionary<string, string>? metadata)
    {
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
        {
            request.Headers.Add(MetadataPrefix + name, value);
        }
    }

    public static void AddConditions(Request request, BlobRequestConditions? conditions)
    {
        if (conditions is null)
        {
            return;
        }

        Add(request, "If-Match", conditions.IfMatch?.ToString("H"));
        Add(request, "If-None-Match", conditions.IfNoneMatch?.ToString("H"));
        Add(request, "If-Modified-Since", conditions.IfModifiedSince?.ToString("R", CultureInfo.InvariantCulture));
        Add(request, "If-Unmodified-Since", conditions.IfUnmodifiedSince?.ToString("R", CultureInfo.InvariantCulture));
        Add(request, "x-ms-lease-id", conditions.LeaseId);
        Add(request, "x-ms-if-tags", conditions.TagConditions);
    }

    public static void AddContent(Request request, BlobHttpHeaders? headers)
    {
        Add(request, "x-ms-blob-content-type", headers?.ContentType ?? "application/octet-stream");
        Add(request, "x-ms-blob-content-encoding", headers?.ContentEncoding);
        Add(request, "x-ms-blob-content-language", headers?.ContentLanguage);
        Add(request, "x-ms-blob-content-disposition", headers?.ContentDisposition);
        Add(request, "x-ms-blob-cache-control", headers?.CacheControl);
        Add(request, "x-ms-blob-content-md5", headers?.ContentHash is { } hash ? Convert.ToBase64String(hash) : null);
    }

    public static void AddAccess(Request request, PublicAccessType access, BlobContainerEncryptionScopeOptions? scope)
    {
        Add(request, "x-ms-blob-public-access", access switch
        {
            PublicAccessType.BlobContainer => "container",
            PublicAccessType.Blob => "blob",
            _ => null,
        });
        Add(request, "x-ms-default-encryption-scope", scope?.DefaultEncryptionScope);
        Add(request, "x-ms-deny-encryption-scope-override", scope?.PreventEncryptionScopeOverride == true ? "true" : null);
    }

    public static BlobContainerInfo ContainerInfo(Response response) => new() { ETag = Tag(response), LastModified = Modified(response) };

    public static BlobContentInfo ContentInfo(Response response) => new()
    {
        ETag = Tag(response),
        LastModified = Modified(response),
        ContentHash = Hash(response),
    };

    public static BlobDownloadDetails Details(Response response) => new()
    {
        ContentLength = response.Headers.ContentLengthLong ?? 0,
        ContentType = response.Headers.ContentType,
        ContentHash = Hash(response),
        ETag = Tag(response),
        LastModified = Modified(response),
        Metadata = Metadata(response),
    };

    public static BlobProperties Properties(Response response) => new()
    {
        ContentLength = response.Headers.ContentLengthLong ?? 0,
        ContentType = response.Headers.ContentType,
        ContentEncoding = Text(response, "Content-Encoding"),
        ContentHash = Hash(response),
        CreatedOn = Text(response, "x-ms-creation-time") is { } created ? Time(created) : default,
        ETag = Tag(response),
        LastModified = Modified(response),
        Metadata = Metadata(response),
    };

    private static void Add(Request request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.Add(name, value);
        }
    }

    private static string? Text(Response response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    private static ETag Tag(Response response) => response.Headers.ETag ?? default;

    private static DateTimeOffset Modified(Response response) => Text(response, "Last-Modified") is { } text ? Time(text) : default;

    private static byte[]? Hash(Response response) => Text(response, "Content-MD5") is { } hash ? Convert.FromBase64String(hash) : null;

    private static Dictionary<string, string> Metadata(Response response) => response.Headers
        .Where(header => header.Name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => header.Name[MetadataPrefix.Length..], header => header.Value, StringComparer.OrdinalIgnoreCase);
}
