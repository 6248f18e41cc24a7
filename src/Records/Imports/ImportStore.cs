using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Records.Imports;

/// <summary>The queue message of an import.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Import">The import's id.</param>
public sealed record ImportReference(string Unit, string Import);

/// <summary>Import files until they are stored, and how each went.</summary>
/// <param name="rows">Rows of imports.</param>
/// <param name="blobs">The storage account's blobs.</param>
public sealed class ImportStore(ImportTable rows, BlobServiceClient blobs)
{
    /// <summary>The largest file accepted, in bytes.</summary>
    public const long LargestFile = 64 * 1024 * 1024;

    /// <summary>Keeps a file.</summary>
    /// <param name="import">The import.</param>
    /// <param name="file">The file's bytes.</param>
    /// <param name="now">When it came.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is kept.</returns>
    public async Task ReceiveAsync(ImportReference import, Stream file, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        await container.GetBlobClient(FileName(import)).UploadAsync(file, overwrite: true, cancellation).ConfigureAwait(false);
        await rows.AddAsync(import, now, cancellation).ConfigureAwait(false);
    }

    /// <summary>Opens a kept file.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The file's bytes; null when they have been forgotten.</returns>
    public async Task<Stream?> OpenAsync(ImportReference import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        try
        {
            var content = await container.GetBlobClient(FileName(import)).DownloadContentAsync(cancellation).ConfigureAwait(false);
            return content.Value.Content.ToStream();
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Forgets the files of a unit that wait for staff, or have waited too long to ever be stored: each holds many families.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="receivedBefore">A file that came before it is not waited for.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many are being read.</returns>
    public async Task<int> ForgetFilesAsync(UnitId unit, Instant receivedBefore, CancellationToken cancellation)
    {
        var reading = 0;
        foreach (var import in await rows.ListAsync(unit, cancellation).ConfigureAwait(false))
        {
            var isRead = import.State is ImportState.Received or ImportState.Checked or ImportState.Confirmed;
            if (isRead && import.ReceivedAt >= receivedBefore)
            {
                reading++;
            }
            else
            {
                await RemoveFileAsync(import.Reference, cancellation).ConfigureAwait(false);
            }
        }

        return reading;
    }

    /// <summary>Removes a file that has been stored, or from which nothing can be read: there is no more use for it.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is gone.</returns>
    public async Task RemoveFileAsync(ImportReference import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        await container.GetBlobClient(FileName(import)).DeleteIfExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes how an import went.</summary>
    /// <param name="import">The import.</param>
    /// <param name="state">Done or refused.</param>
    /// <param name="report">How it went.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is written.</returns>
    public async Task FinishAsync(ImportReference import, ImportState state, ImportReport report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        await WriteAsync(ReportName(import, state), report, cancellation).ConfigureAwait(false);
        await rows.FinishAsync(import, state, report.Children, cancellation).ConfigureAwait(false);
    }

    /// <summary>Blocks an import until staff confirm it.</summary>
    /// <param name="import">The import as it was read.</param>
    /// <param name="report">Why.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when something else was decided meanwhile.</returns>
    public async Task<bool> BlockAsync(KeptImport import, ImportReport report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        await WriteAsync(ReportName(import.Reference, ImportState.Blocked), report, cancellation).ConfigureAwait(false);
        return await rows.MoveAsync(import, ImportState.Blocked, by: null, cancellation).ConfigureAwait(false);
    }

    /// <summary>How an import went.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The report, with state <c>received</c> while it is being read or stored; null when there is no such import.</returns>
    public async Task<ImportReport?> ReportAsync(ImportReference import, CancellationToken cancellation)
    {
        if (await rows.FindAsync(import, cancellation).ConfigureAwait(false) is not { } kept)
        {
            return null;
        }

        if (kept.State is not (ImportState.Blocked or ImportState.Done or ImportState.Refused or ImportState.Rejected))
        {
            return ImportReport.Unread;
        }

        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        var content = await container.GetBlobClient(ReportName(import, kept.State)).DownloadContentAsync(cancellation).ConfigureAwait(false);
        return content.Value.Content.ToObjectFromJson<ImportReport>(JsonSerializerOptions.Web)! with { State = ImportReport.NameOf(kept.State) };
    }

    /// <summary>Removes imports that came before a moment, with their reports.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="before">The first moment that stays.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync(UnitId unit, Instant before, CancellationToken cancellation)
    {
        var aged = (await rows.ListAsync(unit, cancellation).ConfigureAwait(false)).Where(import => import.ReceivedAt < before).ToList();
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        foreach (var import in aged.Select(import => import.Reference))
        {
            foreach (var name in new[] { FileName(import), ReportName(import, ImportState.Blocked), ReportName(import, ImportState.Done) })
            {
                await container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
            }

            await rows.RemoveAsync(import, cancellation).ConfigureAwait(false); // last: the blobs are found by it
        }

        return aged.Count;
    }

    private static string FileName(ImportReference import) => $"{import.Unit}/{import.Import}.file";

    // A name of its own for the one that blocks, so that a late sender cannot write it over how the import went after all.
    private static string ReportName(ImportReference import, ImportState state) =>
        $"{import.Unit}/{import.Import}.{(state is ImportState.Blocked or ImportState.Rejected ? "blocked" : "report")}.json";

    private async Task WriteAsync(string name, ImportReport report, CancellationToken cancellation)
    {
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        var json = BinaryData.FromObjectAsJson(report, JsonSerializerOptions.Web);
        await container.GetBlobClient(name).UploadAsync(json, overwrite: true, cancellation).ConfigureAwait(false);
    }

    private async Task<BlobContainerClient> ContainerAsync(CancellationToken cancellation)
    {
        var container = blobs.GetBlobContainerClient("imports");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
        return container;
    }
}
