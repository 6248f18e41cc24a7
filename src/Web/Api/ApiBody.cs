using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Notifieringar.Web.Api;

/// <summary>Reads a request's body up to a limit.</summary>
internal static class ApiBody
{
    private const int Piece = 81920;

    /// <summary>The body; null when it is larger than the limit.</summary>
    public static async Task<MemoryStream?> ReadAsync(HttpRequest request, long limit, CancellationToken cancellation)
    {
        var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
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
