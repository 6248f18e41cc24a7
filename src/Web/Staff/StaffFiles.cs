using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Notifieringar.Web.Family;

namespace Notifieringar.Web.Staff;

/// <summary>What staff's pages load besides themselves: scripts. Their addresses carry a hash, so a browser keeps one until it changes.</summary>
internal static class StaffFiles
{
    private const string Folder = "Staff/Files/";
    private const string Segment = "filer/";

    private static readonly ImmutableDictionary<string, File> Files = Embedded.Names(Folder, ".js")
        .ToImmutableDictionary(name => name[Folder.Length..], name => new File(Encoding.UTF8.GetBytes(Embedded.Read(name))), StringComparer.Ordinal);

    /// <summary>The address of a file.</summary>
    public static string AddressOf(string name) => $"/personal/{Segment}{Files[name].Hash}/{name}";

    /// <summary>The file of a path after <c>/personal/</c>; null when it names none.</summary>
    public static IResult? Find(string path) =>
        path.StartsWith(Segment, StringComparison.Ordinal) && path[Segment.Length..].Split('/') is [var hash, var name]
            && Files.TryGetValue(name, out var file) && file.Hash == hash
            ? new FileResult(file.Bytes)
            : null;

    private sealed record File(byte[] Bytes)
    {
        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..16];
    }

    private sealed class FileResult(byte[] bytes) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "text/javascript; charset=utf-8";
            response.ContentLength = bytes.Length;
            response.Headers.CacheControl = "private, max-age=31536000, immutable";
            response.Headers.XContentTypeOptions = "nosniff";
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted).ConfigureAwait(false);
        }
    }
}
