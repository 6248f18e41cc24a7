using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Notifieringar.Records.Letters;

/// <summary>The PDFs of parts and which pages in them are whose. Two may print the same part, a moment apart and with different families in it,
/// for one may be silenced in between: each writes a PDF of its own, and the first page list, which names its PDF, is the one that counts.</summary>
/// <param name="blobs">The storage account's blobs.</param>
public sealed class PrintedParts(BlobServiceClient blobs)
{
    private const string PageList = "pages.json";
    private const string Pdf = "pdf";
    private readonly PartBlobs _blobs = new(blobs);

    /// <summary>The page list of a part; null until it is printed.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Whose pages are where; none when every letter of the part was left out.</returns>
    public async Task<ImmutableArray<PrintedLetter>?> PagesAsync(LetterRunPart part, CancellationToken cancellation) =>
        (await ListAsync(part, cancellation).ConfigureAwait(false))?.Letters;

    /// <summary>Writes a PDF and its page list, unless somebody has printed the part before.</summary>
    /// <param name="part">The part.</param>
    /// <param name="pdf">The PDF; empty when there is no letter in it.</param>
    /// <param name="pages">Which pages are whose.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The page list that counts: these pages, or those printed before.</returns>
    public async Task<ImmutableArray<PrintedLetter>> SaveAsync(
        LetterRunPart part, ReadOnlyMemory<byte> pdf, ImmutableArray<PrintedLetter> pages, CancellationToken cancellation)
    {
        var name = pdf.IsEmpty ? null : $"{Guid.NewGuid():N}.{Pdf}";
        if (name is not null)
        {
            var blob = await _blobs.OfAsync(part, name, cancellation).ConfigureAwait(false);
            var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/pdf" } };
            await blob.UploadAsync(BinaryData.FromBytes(pdf), options, cancellation).ConfigureAwait(false);
        }

        await _blobs.WriteOnceAsync(part, PageList, new PrintedPages(name, pages), cancellation).ConfigureAwait(false);
        var counts = (await ListAsync(part, cancellation).ConfigureAwait(false))!;

        // Those of others that print it too, or were killed before their page list.
        await _blobs.RemoveAsync(part, Pdf, except: counts.Pdf, cancellation).ConfigureAwait(false);
        return counts.Letters;
    }

    /// <summary>The PDF of a printed part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The bytes; null for a part without letters, and one whose PDF is removed because somebody in it was erased.</returns>
    public async Task<BinaryData?> PdfAsync(LetterRunPart part, CancellationToken cancellation)
    {
        if (await ListAsync(part, cancellation).ConfigureAwait(false) is not { Pdf: { } name })
        {
            return null;
        }

        var pdf = await _blobs.OfAsync(part, name, cancellation).ConfigureAwait(false);
        return (await pdf.DownloadContentAsync(cancellation).ConfigureAwait(false)).Value.Content;
    }

    /// <summary>Removes a part's PDF, with everybody in it, and keeps a page list of the others.</summary>
    internal async Task RemoveAsync(LetterRunPart part, ImmutableArray<PrintedLetter> others, CancellationToken cancellation)
    {
        await _blobs.RemoveAsync(part, Pdf, except: null, cancellation).ConfigureAwait(false);
        await _blobs.OverwriteAsync(part, PageList, new PrintedPages(Pdf: null, others), cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes all blobs of a part, of which nobody asks any more.</summary>
    internal Task RemoveAllAsync(LetterRunPart part, CancellationToken cancellation) => _blobs.RemoveAllAsync(part, cancellation);

    private async Task<PrintedPages?> ListAsync(LetterRunPart part, CancellationToken cancellation)
    {
        var list = await _blobs.OfAsync(part, PageList, cancellation).ConfigureAwait(false);
        return await list.ExistsAsync(cancellation).ConfigureAwait(false)
            ? await _blobs.ReadAsync<PrintedPages>(part, PageList, cancellation).ConfigureAwait(false)
            : null;
    }

    // As stored: the PDF's blob and whose pages are in it.
    private sealed record PrintedPages(string? Pdf, ImmutableArray<PrintedLetter> Letters);
}
