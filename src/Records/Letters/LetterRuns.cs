using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Letters;

/// <summary>Letter runs: their parts in the table, and what each part is to hold in blobs.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="blobs">The storage account's blobs.</param>
public sealed class LetterRuns(Tables tables, BlobServiceClient blobs)
{
    private const string Name = "LetterRuns";
    private const string List = "list.json";
    private readonly PartBlobs _blobs = new(blobs);

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
        await _blobs.WriteOnceAsync(part, List, letters, cancellation).ConfigureAwait(false);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        return await table.TryAddAsync(new TableEntity(part.Unit.Value, part.Name) { ["Printed"] = false }, cancellation).ConfigureAwait(false);
    }

    /// <summary>What a begun part holds.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Its letters in order.</returns>
    public Task<ImmutableArray<RunLetter>> LettersAsync(LetterRunPart part, CancellationToken cancellation) =>
        _blobs.ReadAsync<ImmutableArray<RunLetter>>(part, List, cancellation);

    /// <summary>Takes letters off a part's list.</summary>
    internal Task KeepAsync(LetterRunPart part, ImmutableArray<RunLetter> others, CancellationToken cancellation) =>
        _blobs.OverwriteAsync(part, List, others, cancellation);

    /// <summary>Forgets a part.</summary>
    internal async Task RemoveAsync(LetterRunPart part, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        await table.DeleteEntityAsync(part.Unit.Value, part.Name, ETag.All, cancellation).ConfigureAwait(false);
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
}
