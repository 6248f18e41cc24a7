using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Erasing;

/// <summary>A visit with a household in it.</summary>
/// <param name="Occasion">The visit.</param>
/// <param name="AtThisHome">True when it comes to this household.</param>
/// <param name="Others">Who else is invited.</param>
/// <param name="Row">What stands in it, others' ids included.</param>
public sealed record HeldOccasion(OccasionId Occasion, bool AtThisHome, IReadOnlyList<PersonId> Others, HeldRow Row);

/// <summary>Takes a household out of the occasions it is a guest of. One that nobody else is invited to goes with it.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class HouseholdOccasions(Tables tables)
{
    private const string Name = "Occasions";
    private static readonly string[] OfTheHome = ["Home", "Text", "ResultNote"];

    /// <summary>The occasions that name a household, past and coming.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The household.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>In order of programme and time.</returns>
    public async IAsyncEnumerable<HeldOccasion> ReadAsync(UnitId unit, PersonId person, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (occasion, _) in RowsAsync(unit, person, cancellation).ConfigureAwait(false))
        {
            yield return occasion;
        }
    }

    /// <summary>Takes a household out of them.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The household.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when somebody changed one meanwhile: look again.</returns>
    public async Task<bool> ForgetAsync(UnitId unit, PersonId person, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var all = true;
        await foreach (var (occasion, row) in RowsAsync(unit, person, cancellation).ConfigureAwait(false))
        {
            try
            {
                await (occasion.Others.Count == 0
                    ? table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation)
                    : table.UpdateEntityAsync(Left(occasion, row), row.ETag, TableUpdateMode.Merge, cancellation)).ConfigureAwait(false);
            }
            catch (RequestFailedException changed) when (changed.Status is 404 or 412)
            {
                all = false;
            }
        }

        return all;
    }

    // How a visit to this home went is said of this home.
    private static TableEntity Left(HeldOccasion occasion, TableEntity row)
    {
        var left = new TableEntity(row.PartitionKey, row.RowKey) { ["Guests"] = string.Join(' ', occasion.Others.Select(other => other.Value)) };
        foreach (var name in occasion.AtThisHome ? OfTheHome : [])
        {
            left[name] = "";
        }

        return left;
    }

    private async IAsyncEnumerable<(HeldOccasion Occasion, TableEntity Row)> RowsAsync(
        UnitId unit, PersonId person, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var filter = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var guests = (row.GetString("Guests") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isHome = row.GetString("Home") == person.Value;
            if (isHome || guests.Contains(person.Value, StringComparer.Ordinal))
            {
                PersonId[] others = [.. guests.Where(guest => guest != person.Value).Select(guest => new PersonId(guest))];
                yield return (new HeldOccasion(new OccasionId(row.RowKey.Split('~')[2]), isHome, others, HouseholdRows.Held(Name, row)), row);
            }
        }
    }
}
