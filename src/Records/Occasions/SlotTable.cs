using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Records.Occasions;

/// <summary>The slots that are taken: one row per time and pair of visitors, inserted if absent, so one family wins. A slot that is only held
/// is free again when its time is out.</summary>
/// <param name="tables">The storage account's tables.</param>
/// <param name="time">Real time, for what is held.</param>
public sealed class SlotTable(Tables tables, TimeProvider time)
{
    private const int Attempts = 8;

    internal static readonly LocalDateTimePattern Time =
        LocalDateTimePattern.Create("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);

    /// <summary>The slots taken from a day on.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="from">The first day.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Who holds which slot.</returns>
    public Task<Dictionary<(LocalDateTime Starts, string Visitors), OccasionId>> TakenAsync(UnitId unit, LocalDate from, CancellationToken cancellation) =>
        TakenAsync($"PartitionKey eq {TableExtensions.Quoted(unit.Value)} and RowKey ge '{Keys.Local(from.AtMidnight())}'", cancellation);

    /// <summary>The slots taken in a period.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Who holds which slot.</returns>
    public Task<Dictionary<(LocalDateTime Starts, string Visitors), OccasionId>> TakenAsync(
        UnitId unit, LocalDate from, LocalDate to, CancellationToken cancellation) =>
        TakenAsync(TableExtensions.Range(unit.Value, Keys.Local(from.AtMidnight()), Keys.Local(to.PlusDays(1).AtMidnight())), cancellation);

    private async Task<Dictionary<(LocalDateTime Starts, string Visitors), OccasionId>> TakenAsync(string filter, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("Slots").ConfigureAwait(false);
        var taken = new Dictionary<(LocalDateTime, string), OccasionId>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            if (HasLapsed(row))
            {
                continue;
            }

            var parts = row.RowKey.Split('~', 2);
            taken[(Time.Parse(parts[0]).Value, parts[1])] = new OccasionId(row.GetString("Occasion") ?? "");
        }

        return taken;
    }

    /// <summary>Takes a slot for good. One that the occasion has, or holds, is its own.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="starts">Local start time.</param>
    /// <param name="visitors">The pair.</param>
    /// <param name="occasion">For which occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone else has it.</returns>
    public Task<bool> TakeAsync(UnitId unit, LocalDateTime starts, string visitors, OccasionId occasion, CancellationToken cancellation) =>
        WriteAsync(unit, Keys.Slot(starts, visitors), occasion, heldFor: null, cancellation);

    /// <summary>Takes the slots of many occasions of one unit for good, a hundred in one request where nobody has one of them.</summary>
    /// <param name="occasions">The occasions, in order.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>How many were taken, from the first: someone else has the slot of the one after them.</returns>
    public async Task<int> TakeAsync(IReadOnlyList<Occasion> occasions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasions);
        var table = await tables.GetAsync("Slots").ConfigureAwait(false);
        var taken = 0;
        foreach (var part in occasions.Chunk(Tables.TransactionLimit))
        {
            if (await table.TryAddAllAsync(part.Select(one => Row(one.Unit, Keys.Slot(one.Starts, one.Visitors), one.Id)), cancellation).ConfigureAwait(false))
            {
                taken += part.Length;
                continue;
            }

            foreach (var one in part)
            {
                if (!await TakeAsync(one.Unit, one.Starts, one.Visitors, one.Id, cancellation).ConfigureAwait(false))
                {
                    return taken;
                }

                taken++;
            }
        }

        return taken;
    }

    /// <summary>Holds a slot for a while, for somebody who is choosing.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="starts">Local start time.</param>
    /// <param name="visitors">The pair.</param>
    /// <param name="occasion">For which occasion.</param>
    /// <param name="heldFor">How long, in real time.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when someone else has it.</returns>
    public Task<bool> HoldAsync(
        UnitId unit, LocalDateTime starts, string visitors, OccasionId occasion, Duration heldFor, CancellationToken cancellation) =>
        WriteAsync(unit, Keys.Slot(starts, visitors), occasion, heldFor, cancellation);

    private async Task<bool> WriteAsync(UnitId unit, string key, OccasionId occasion, Duration? heldFor, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("Slots").ConfigureAwait(false);
        var row = Row(unit, key, occasion);
        if (heldFor is { } wait)
        {
            row["HeldUntil"] = time.GetUtcNow() + wait.ToTimeSpan();
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await table.TryAddAsync(row, cancellation).ConfigureAwait(false))
            {
                return true;
            }

            var found = await table.GetEntityIfExistsAsync<TableEntity>(unit.Value, key, cancellationToken: cancellation).ConfigureAwait(false);
            if (found is not { HasValue: true, Value: { } before })
            {
                continue;
            }

            var isOwn = before.GetString("Occasion") == occasion.Value;
            if (isOwn && before.GetDateTimeOffset("HeldUntil") is null)
            {
                return true; // a hold does not weaken what is taken
            }

            if (!isOwn && !HasLapsed(before))
            {
                return false;
            }

            // Whoever is faster may be the same visit, in another process or in a try of ours whose answer was lost: read again.
            if (await TryReplaceAsync(table, row, before.ETag, cancellation).ConfigureAwait(false))
            {
                return true;
            }
        }

        throw new InvalidOperationException("A slot kept changing while it was taken.");
    }

    private static TableEntity Row(UnitId unit, string key, OccasionId occasion) => new(unit.Value, key) { ["Occasion"] = occasion.Value };

    private bool HasLapsed(TableEntity row) => row.GetDateTimeOffset("HeldUntil") is { } until && until <= time.GetUtcNow();

    private static async Task<bool> TryReplaceAsync(TableClient table, TableEntity row, ETag version, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(row, version, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Gives a slot back, if it is still that occasion's.</summary>
    /// <param name="occasion">The occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the slot is free, or someone else's.</returns>
    public Task FreeAsync(Occasion occasion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        return FreeAsync(occasion.Unit, occasion.Starts, occasion.Visitors, occasion.Id, cancellation);
    }

    /// <summary>Gives a slot back, if it is still that occasion's.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="starts">Local start time.</param>
    /// <param name="visitors">The pair.</param>
    /// <param name="occasion">For which occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the slot is free, or someone else's.</returns>
    public Task FreeAsync(UnitId unit, LocalDateTime starts, string visitors, OccasionId occasion, CancellationToken cancellation) =>
        FreeAsync(unit, Keys.Slot(starts, visitors), occasion, _ => true, cancellation);

    /// <summary>Gives back a slot that an occasion only holds. One that it has been given meanwhile stays.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="starts">Local start time.</param>
    /// <param name="visitors">The pair.</param>
    /// <param name="occasion">For which occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the occasion does not hold it.</returns>
    public Task LetGoAsync(UnitId unit, LocalDateTime starts, string visitors, OccasionId occasion, CancellationToken cancellation) =>
        FreeAsync(unit, Keys.Slot(starts, visitors), occasion, row => row.GetDateTimeOffset("HeldUntil") is not null, cancellation);

    private async Task FreeAsync(UnitId unit, string key, OccasionId occasion, Func<TableEntity, bool> isMeant, CancellationToken cancellation)
    {
        var table = await tables.GetAsync("Slots").ConfigureAwait(false);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(unit.Value, key, cancellationToken: cancellation).ConfigureAwait(false);
        if (row is { HasValue: true, Value: { } taken } && taken.GetString("Occasion") == occasion.Value && isMeant(taken))
        {
            await table.DeleteAllAsync(unit.Value, [(key, taken.ETag)], cancellation).ConfigureAwait(false); // someone else's since: stays
        }
    }
}
