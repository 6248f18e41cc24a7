using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Letters;

/// <summary>The queue message of a unit's letter run.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="RunDate">The run's local date, <c>yyyy-MM-dd</c>.</param>
public sealed record LetterRunReference(string Unit, string RunDate);

/// <summary>One letter of a part: references only.</summary>
/// <param name="Shard">The person's shard.</param>
/// <param name="Person">The person.</param>
/// <param name="Notice">The notice key.</param>
public sealed record RunLetter(string Shard, string Person, string Notice);

/// <summary>Which pages of a printed part are whose.</summary>
/// <param name="Person">The person.</param>
/// <param name="Notice">The notice key.</param>
/// <param name="FirstPage">From 1.</param>
/// <param name="Pages">How many.</param>
public sealed record PrintedLetter(string Person, string Notice, int FirstPage, int Pages);

/// <summary>A part of a letter run.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="RunDate">The run's local date.</param>
/// <param name="Part">From 1.</param>
/// <param name="Printed">True when its PDF is written and its letters are recorded.</param>
/// <param name="Posted">True when staff have handed it to the post.</param>
public sealed record LetterRunPart(UnitId Unit, LocalDate RunDate, int Part, bool Printed, bool Posted = false)
{
    /// <summary>Reads a part's name.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">The name, as <see cref="Name"/> writes it.</param>
    /// <returns>The part, without its state.</returns>
    /// <exception cref="FormatException">The text is not a part's name.</exception>
    public static LetterRunPart Parse(UnitId unit, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var parts = name.Split('~');
        return parts.Length == 2 && int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new LetterRunPart(unit, LocalDatePattern.Iso.Parse(parts[0]).GetValueOrThrow(), number, Printed: false)
            : throw new FormatException("A part's name is its run's date and its number.");
    }

    /// <summary>The part's name in blobs and ledger rows.</summary>
    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(RunDate)}~{Part:000}");
}

/// <summary>Letter runs: their parts in the table, what is in them and their PDFs in blobs.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="blobs">The storage account's blobs.</param>
public sealed class LetterRuns(Tables tables, BlobServiceClient blobs)
{
    internal const string Container = "letters";
    private const string Name = "LetterRuns";
    private BlobContainerClient? _container;

    /// <summary>The parts of a run.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="runDate">The run's date; null for all runs of the unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order.</returns>
    public async Task<IReadOnlyList<LetterRunPart>> PartsAsync(UnitId unit, LocalDate? runDate, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var prefix = runDate is { } date ? $"{LocalDatePattern.Iso.Format(date)}~" : "";
        var filter = TableExtensions.Range(unit.Value, prefix, $"{prefix}~");
        var parts = new List<LetterRunPart>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            parts.Add(LetterRunPart.Parse(unit, row.RowKey) with
            {
                Printed = row.GetBoolean("Printed") ?? false,
                Posted = row.GetBoolean("Posted") ?? false,
            });
        }

        return parts;
    }

    /// <summary>Fixes what a part holds, before anything is printed: a part begun is always finished with the same letters in the same order.</summary>
    /// <param name="part">The part.</param>
    /// <param name="letters">Its letters in order.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when the part exists. A list that was written before a crash stands: the part then holds that list.</returns>
    public async Task<bool> BeginAsync(LetterRunPart part, ImmutableArray<RunLetter> letters, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        var list = BinaryData.FromObjectAsJson(letters, JsonSerializerOptions.Web);
        await UploadOnceAsync(container.GetBlobClient(BlobName(part, "list.json")), list, "application/json", cancellation).ConfigureAwait(false);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        return await table.TryAddAsync(new TableEntity(part.Unit.Value, part.Name) { ["Printed"] = false }, cancellation).ConfigureAwait(false);
    }

    /// <summary>What a begun part holds.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Its letters in order.</returns>
    public async Task<ImmutableArray<RunLetter>> LettersAsync(LetterRunPart part, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        var list = await container.GetBlobClient(BlobName(part, "list.json")).DownloadContentAsync(cancellation).ConfigureAwait(false);
        return list.Value.Content.ToObjectFromJson<ImmutableArray<RunLetter>>(JsonSerializerOptions.Web);
    }

    /// <summary>The page list of a part whose PDF is written; null when it is not.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The page list.</returns>
    public async Task<ImmutableArray<PrintedLetter>?> PagesAsync(LetterRunPart part, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);

        // The PDF is written last, and goes before its pages when somebody in it is erased.
        var sign = part.Printed ? "pages.json" : "pdf";
        if (!await container.GetBlobClient(BlobName(part, sign)).ExistsAsync(cancellation).ConfigureAwait(false))
        {
            return null;
        }

        var pages = await container.GetBlobClient(BlobName(part, "pages.json")).DownloadContentAsync(cancellation).ConfigureAwait(false);
        return pages.Value.Content.ToObjectFromJson<ImmutableArray<PrintedLetter>>(JsonSerializerOptions.Web);
    }

    /// <summary>Writes a part's page list and then, once only, its PDF.</summary>
    /// <param name="part">The part.</param>
    /// <param name="pdf">The PDF.</param>
    /// <param name="pages">Which pages are whose.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When both are written; a PDF that exists is kept.</returns>
    public async Task SavePdfAsync(
        LetterRunPart part, ReadOnlyMemory<byte> pdf, ImmutableArray<PrintedLetter> pages, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        var list = BinaryData.FromObjectAsJson(pages, JsonSerializerOptions.Web);
        await container.GetBlobClient(BlobName(part, "pages.json")).UploadAsync(list, overwrite: true, cancellation).ConfigureAwait(false);

        // A PDF printed before a crash stands.
        await UploadOnceAsync(container.GetBlobClient(BlobName(part, "pdf")), BinaryData.FromBytes(pdf), "application/pdf", cancellation).ConfigureAwait(false);
    }

    /// <summary>Marks a part as printed.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is marked.</returns>
    public async Task FinishAsync(LetterRunPart part, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(part.Unit.Value, part.Name) { ["Printed"] = true };
        await table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    /// <summary>Marks a part as posted.</summary>
    /// <param name="part">The part.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is marked.</returns>
    public async Task PostedAsync(LetterRunPart part, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(part.Unit.Value, part.Name) { ["Posted"] = true, ["PostedAt"] = now.ToDateTimeOffset() };
        await table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    /// <summary>A part's PDF.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The bytes.</returns>
    public async Task<BinaryData> PdfAsync(LetterRunPart part, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        var pdf = await container.GetBlobClient(BlobName(part, "pdf")).DownloadContentAsync(cancellation).ConfigureAwait(false);
        return pdf.Value.Content;
    }

    internal static string BlobName(LetterRunPart part, string kind) => $"{part.Unit}/{part.Name.Replace('~', '/')}.{kind}";

    private static async Task UploadOnceAsync(BlobClient blob, BinaryData content, string type, CancellationToken cancellation)
    {
        var once = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = type },
        };
        try
        {
            await blob.UploadAsync(content, once, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            // Written before, by this part's first sender: that one stands.
        }
    }

    private async Task<BlobContainerClient> ContainerAsync(CancellationToken cancellation)
    {
        if (_container is null)
        {
            var container = blobs.GetBlobContainerClient(Container);
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
            _container = container;
        }

        return _container;
    }
}
