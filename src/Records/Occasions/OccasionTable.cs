using System.Globalization;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Occasions;

/// <summary>Occasions of a unit.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class OccasionTable(Tables tables)
{
    /// <summary>Writes an occasion; one that exists is replaced.</summary>
    /// <param name="occasion">The occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the service has it.</returns>
    public async Task PutAsync(Occasion occasion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
        var row = new TableEntity(occasion.Unit.Value, Keys.Occasion(occasion.Programme, occasion.Starts, occasion.Id))
        {
            ["Minutes"] = occasion.Minutes,
            ["Visitors"] = occasion.Visitors,
            ["Home"] = occasion.Home.Value,
            ["Guests"] = string.Join(' ', occasion.Guests.Select(guest => guest.Value)),
        };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    /// <summary>The occasions of a programme, in order of time.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="programme">The programme's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>All of them.</returns>
    public async Task<IReadOnlyList<Occasion>> ListAsync(UnitId unit, string programme, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("Occasions").ConfigureAwait(false);
        var found = new List<Occasion>();
        var filter = TableExtensions.Range(unit.Value, $"{programme}~", $"{programme}~~");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var parts = row.RowKey.Split('~');
            found.Add(new Occasion(
                new OccasionId(parts[2]),
                unit,
                programme,
                SlotTable.Time.Parse(parts[1]).Value,
                row.GetInt32("Minutes") ?? 0,
                row.GetString("Visitors") ?? "",
                new PersonId(row.GetString("Home") ?? ""),
                [.. (row.GetString("Guests") ?? "").Split(' ').Select(guest => new PersonId(guest))]));
        }

        return found;
    }
}

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
}
