using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Http;

/// <summary>Asks the service for one page: the token of the page before (null for the first) and the size wanted.</summary>
internal delegate ValueTask<Page<T>> ReadPage<T>(string? continuationToken, int? pageSize, CancellationToken cancellationToken);

/// <summary>Pages fetched as they are enumerated. A page may be empty and still have one after it.</summary>
internal sealed class ServicePages<T>(ReadPage<T> read, int? pageSize, CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Enumerate(continuationToken, pageSizeHint ?? pageSize, CancellationToken);

    private async IAsyncEnumerable<Page<T>> Enumerate(string? token, int? size, [EnumeratorCancellation] CancellationToken cancel)
    {
        do
        {
            cancel.ThrowIfCancellationRequested();
            var page = await read(token, size, cancel).ConfigureAwait(false);
            token = page.ContinuationToken;
            yield return page;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
