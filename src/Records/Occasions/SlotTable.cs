using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Occasions;

/// <summary>The slots that are taken: one row per time and pair of visitors, inserted if absent, so one family wins.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class SlotTable(Tables tables)
{
    internal static readonly LocalDateTimePattern Time =
        LocalDateTimePattern.Create("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);

    /// <summary>The slots taken from a day on.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="from">The first day.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Who holds which slot.</returns>
    public async Task<Dictionary<(LocalDateTime Starts, string Visitors), OccasionId>> TakenAsync(
        UnitId unit, LocalDate from, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("Slots").ConfigureAwait(false);
        var taken = new Dictionary<(LocalDateTime, string), OccasionId>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)} and RowKey ge '{Keys.Local(from.AtMidnight())}'";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var parts = row.RowKey.Split('~', 2);
            taken[(Time.Parse(parts[0]).Value, parts[1])] = new OccasionId(row.GetString("Occasion") ?? "");
        }

        return taken;
    }

    /// <summary>Takes a slot.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="starts">Local start time.</param>
    /// <param name="visitors">The pair.</param>
    /// <param name="occasion">For which occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone else has it.</returns>
    public async Task<bool> TakeAsync(
        UnitId unit, LocalDateTime starts, string visitors, OccasionId occasion, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("Slots").ConfigureAwait(false);
        var row = new TableEntity(unit.Value, Keys.Slot(starts, visitors)) { ["Occasion"] = occasion.Value };
        return await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives a slot back, if it is still that occasion's.</summary>
    /// <param name="occasion">The occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the slot is free, or someone else's.</returns>
    public async Task FreeAsync(Occasion occasion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        var table = await tables.GetAsync("Slots").ConfigureAwait(false);
        var key = Keys.Slot(occasion.Starts, occasion.Visitors);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(occasion.Unit.Value, key, cancellationToken: cancellation).ConfigureAwait(false);
        if (row is { HasValue: true, Value: { } taken } && taken.GetString("Occasion") == occasion.Id.Value)
        {
            await table.DeleteEntityAsync(occasion.Unit.Value, key, ETag.All, cancellation).ConfigureAwait(false);
        }
    }
}
