using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.Imports;

/// <summary>The queue message of an import.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Import">The import's id.</param>
public sealed record ImportReference(string Unit, string Import);

/// <summary>How an import went. Counts add up: rows = imported + rejected.</summary>
/// <param name="State">received, done or refused.</param>
/// <param name="Rows">Data rows in the file.</param>
/// <param name="Imported">Rows stored.</param>
/// <param name="Rejected">Rows refused, each with a finding.</param>
/// <param name="Households">Households those rows make.</param>
/// <param name="Children">Children those rows name, each counted once.</param>
/// <param name="Findings">What was found, by line: never a value from the file.</param>
public sealed record ImportReport(
    string State, int Rows, int Imported, int Rejected, int Households, int Children, ImmutableArray<ImportFinding> Findings);

/// <summary>Something to mend in a file.</summary>
/// <param name="Line">Line number in the file, from 1.</param>
/// <param name="Column">The column's heading; empty for the whole row.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Message">A Swedish sentence that says what to do.</param>
public sealed record ImportFinding(int Line, string Column, string Code, string Message);

/// <summary>Import files as they came, and how each went.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="blobs">The storage account's blobs.</param>
public sealed class ImportStore(Tables tables, BlobServiceClient blobs)
{
    /// <summary>The largest file accepted, in bytes.</summary>
    public const long LargestFile = 64 * 1024 * 1024;

    private const string Name = "Imports";

    /// <summary>Keeps a file as it came.</summary>
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
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(import.Unit, import.Import) { ["State"] = "received", ["ReceivedAt"] = now.ToDateTimeOffset() };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    /// <summary>When a file came: what it says is as of that moment.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The moment; null when there is no such import.</returns>
    public async Task<Instant?> ReceivedAtAsync(ImportReference import, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(import.Unit, import.Import, cancellationToken: cancellation).ConfigureAwait(false);
        return row is { HasValue: true, Value: { } found } ? found.GetInstant("ReceivedAt") : null;
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

    /// <summary>Forgets the files of a unit that have been read, or have waited too long to ever be: each holds many families.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="receivedBefore">A file that came before it is not waited for.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many are still to be read.</returns>
    public async Task<int> ForgetFilesAsync(UnitId unit, Instant receivedBefore, CancellationToken cancellation)
    {
        var waiting = 0;
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            if (row.GetString("State") == "received" && row.GetInstant("ReceivedAt") >= receivedBefore)
            {
                waiting++;
                continue;
            }

            var file = container.GetBlobClient(FileName(new ImportReference(unit.Value, row.RowKey)));
            await file.DeleteIfExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
        }

        return waiting;
    }

    /// <summary>Writes how an import went.</summary>
    /// <param name="import">The import.</param>
    /// <param name="report">How it went.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is written.</returns>
    public async Task FinishAsync(ImportReference import, ImportReport report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(import);
        ArgumentNullException.ThrowIfNull(report);
        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        var json = BinaryData.FromObjectAsJson(report, JsonSerializerOptions.Web);
        await container.GetBlobClient(ReportName(import)).UploadAsync(json, overwrite: true, cancellation).ConfigureAwait(false);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(import.Unit, import.Import) { ["State"] = report.State };
        await table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);
    }

    /// <summary>How an import went.</summary>
    /// <param name="import">The import.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The report, with state <c>received</c> while it is not done; null when there is no such import.</returns>
    public async Task<ImportReport?> ReportAsync(ImportReference import, CancellationToken cancellation)
    {
        if (await ReceivedAtAsync(import, cancellation).ConfigureAwait(false) is null)
        {
            return null;
        }

        var container = await ContainerAsync(cancellation).ConfigureAwait(false);
        var report = container.GetBlobClient(ReportName(import));
        if (!await report.ExistsAsync(cancellation).ConfigureAwait(false))
        {
            return new ImportReport("received", 0, 0, 0, 0, 0, []);
        }

        var content = await report.DownloadContentAsync(cancellation).ConfigureAwait(false);
        return content.Value.Content.ToObjectFromJson<ImportReport>(JsonSerializerOptions.Web);
    }

    private static string FileName(ImportReference import) => $"{import.Unit}/{import.Import}.file";

    private static string ReportName(ImportReference import) => $"{import.Unit}/{import.Import}.report.json";

    private async Task<BlobContainerClient> ContainerAsync(CancellationToken cancellation)
    {
        var container = blobs.GetBlobContainerClient("imports");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation).ConfigureAwait(false);
        return container;
    }
}
