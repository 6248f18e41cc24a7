using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Azure.Data.Tables.Transactions;

/// <summary>Reads the answer to a transaction: parts inside parts, each innermost one a small HTTP response.</summary>
internal static class TransactionAnswer
{
    /// <summary>The actions' responses, in their order; of a refused transaction the one refusal.</summary>
    /// <exception cref="RequestFailedException">The answer is not what a transaction is answered with.</exception>
    public static List<PartResponse> Read(Response response)
    {
        var parts = new List<PartResponse>();
        if (BoundaryIn(response.Headers.ContentType) is { } boundary)
        {
            ReadParts(response.Content.ToMemory(), boundary, response.ClientRequestId, parts);
        }

        return parts.Count > 0 ? parts : throw new RequestFailedException(response.Status, "The answer to the transaction has no parts.");
    }

    private static void ReadParts(ReadOnlyMemory<byte> body, string boundary, string requestId, List<PartResponse> parts)
    {
        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var at = body.Span.IndexOf(delimiter);
        while (at >= 0)
        {
            var rest = body[(at + delimiter.Length)..];
            if (rest.Span.StartsWith("--"u8))
            {
                return;
            }

            var next = rest.Span.IndexOf(delimiter);
            ReadPart(next < 0 ? rest : rest[..next], requestId, parts);
            at = next;
            body = rest;
        }
    }

    private static void ReadPart(ReadOnlyMemory<byte> part, string requestId, List<PartResponse> parts)
    {
        // What is left of the delimiter's line.
        NextLine(ref part);
        var headers = ReadHeaders(ref part);
        if (BoundaryIn(headers.GetValueOrDefault("Content-Type")) is { } inner)
        {
            ReadParts(part, inner, requestId, parts);
            return;
        }

        // "HTTP/1.1 204 No Content"
        var status = NextLine(ref part).Split(' ', 3);
        if (status.Length < 2 || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return;
        }

        var answered = ReadHeaders(ref part);
        parts.Add(new PartResponse(code, status.ElementAtOrDefault(2) ?? "", answered, part.TrimEnd("\r\n"u8), requestId));
    }

    private static Dictionary<string, string> ReadHeaders(ref ReadOnlyMemory<byte> part)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var line = NextLine(ref part); line.Length > 0; line = NextLine(ref part))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                headers[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        return headers;
    }

    private static string NextLine(ref ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(end < 0 ? text.Span : text.Span[..end]).TrimEnd('\r');
        text = end < 0 ? default : text[(end + 1)..];
        return line;
    }

    private static string? BoundaryIn(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"')
            : null;
}
