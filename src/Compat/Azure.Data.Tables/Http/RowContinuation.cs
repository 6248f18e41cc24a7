using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>Where the next page of rows begins: two opaque texts of the service, kept as one with a space between. The second may be absent.</summary>
internal static class RowContinuation
{
    public static string? In(Response response) =>
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition) && !string.IsNullOrEmpty(partition)
            ? $"{partition} {(response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) ? row : null)}"
            : null;

    public static void AddTo(RequestUriBuilder uri, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return;
        }

        var space = token.IndexOf(' ', StringComparison.Ordinal);
        uri.AppendQuery("NextPartitionKey", space < 0 ? token : token[..space], escapeValue: true);
        if (space >= 0 && space < token.Length - 1)
        {
            uri.AppendQuery("NextRowKey", token[(space + 1)..], escapeValue: true);
        }
    }
}
