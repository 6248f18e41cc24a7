using System.Runtime.CompilerServices;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>A listing: asks for the page after a marker until there is no marker.</summary>
internal sealed class BlobPages(Func<string?, int?, CancellationToken, Task<Page<BlobItem>>> next, CancellationToken cancellationToken)
    : AsyncPageable<BlobItem>(cancellationToken)
{
    public override async IAsyncEnumerable<Page<BlobItem>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        await foreach (var page in ReadAsync(continuationToken, pageSizeHint, CancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }
    }

    private async IAsyncEnumerable<Page<BlobItem>> ReadAsync(string? marker, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await next(marker, pageSize, cancellationToken).ConfigureAwait(false);
            yield return page;
            marker = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(marker));
    }
}
