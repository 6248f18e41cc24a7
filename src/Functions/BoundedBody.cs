using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Notifieringar.Functions;

/// <summary>Reads a request's body up to a limit.</summary>
internal static class BoundedBody
{
    private const int Piece = 81920;

    /// <summary>The body; null when it is larger than the limit.</summary>
    public static async Task<MemoryStream?> ReadAsync(HttpRequest request, long limit, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null; // the server's own limit is lower than a list of families, and ours is kept below
        }

        var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
            {
                if (body.Length + read > limit)
                {
                    return null;
                }

                body.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        body.Position = 0;
        return body;
    }
}
