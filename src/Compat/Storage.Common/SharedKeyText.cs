using System.Text;
using Azure.Core;

namespace Storage.Common;

/// <summary>
/// The text that the SharedKey scheme of the blob and queue services signs, version 2015-02-21 and later
/// (learn.microsoft.com, "Authorize with Shared Key").
/// </summary>
internal static class SharedKeyText
{
    public static string Of(Request request, string accountName)
    {
        var text = new StringBuilder(512);
        text.Append(request.Method).Append('\n');
        text.Append(Header(request, "Content-Encoding")).Append('\n');
        text.Append(Header(request, "Content-Language")).Append('\n');
        text.Append(ContentLength(request)).Append('\n');
        text.Append(Header(request, "Content-MD5")).Append('\n');
        text.Append(Header(request, "Content-Type")).Append('\n');
        // The Date line stays empty: x-ms-date is always sent, and is signed among the x-ms headers.
        text.Append('\n');
        text.Append(Header(request, "If-Modified-Since")).Append('\n');
        text.Append(Header(request, "If-Match")).Append('\n');
        text.Append(Header(request, "If-None-Match")).Append('\n');
        text.Append(Header(request, "If-Unmodified-Since")).Append('\n');
        text.Append(Header(request, "Range")).Append('\n');
        AppendServiceHeaders(text, request);
        AppendResource(text, request.Uri.ToUri(), accountName);
        return text.ToString();
    }

    private static string Header(Request request, string name) => request.Headers.TryGetValue(name, out var value) ? value ?? "" : "";

    private static string ContentLength(Request request) =>
        request.Content is not null && request.Content.TryComputeLength(out var length) && length > 0
            ? length.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : "";

    private static void AppendServiceHeaders(StringBuilder text, Request request)
    {
        var headers = request.Headers
            .Select(header => (Name: header.Name.ToLowerInvariant(), header.Value))
            .Where(header => header.Name.StartsWith("x-ms-", StringComparison.Ordinal))
            .OrderBy(header => header.Name, StringComparer.Ordinal);
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(':').Append(value.Trim()).Append('\n');
        }
    }

    private static void AppendResource(StringBuilder text, Uri uri, string accountName)
    {
        text.Append('/').Append(accountName).Append(uri.AbsolutePath);
        foreach (var group in Query(uri).GroupBy(pair => pair.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var values = group.Select(pair => pair.Value).Order(StringComparer.Ordinal);
            text.Append('\n').Append(group.Key).Append(':').AppendJoin(',', values);
        }
    }

    private static IEnumerable<(string Name, string Value)> Query(Uri uri)
    {
        foreach (var part in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            yield return (Uri.UnescapeDataString(name).ToLowerInvariant(), Uri.UnescapeDataString(value));
        }
    }
}
