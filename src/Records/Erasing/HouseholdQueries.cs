using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;

namespace Notifieringar.Records.Erasing;

/// <summary>Finds rows about a household in one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Filter">What the service looks for.</param>
/// <param name="IsMeant">What it cannot look for: the end of a key, one of several ids.</param>
internal sealed record HouseholdQuery(string Table, string Filter, Func<TableEntity, bool> IsMeant);

/// <summary>Where rows about one household stand, People and what it shares with others aside (docs/privacy.md names every table). They read
/// whole partitions, and Codes as a whole: a family asks for this once in its life.</summary>
internal static class HouseholdQueries
{
    private static readonly string[] WorkKinds = ["due", "letter", "receipt"];

    public static IEnumerable<HouseholdQuery> Of(UnitId unit, PersonId person, IReadOnlySet<OccasionId> occasions)
    {
        var ofUnit = $"PartitionKey eq {TableExtensions.Quoted(unit.Value)}";
        var partsOfUnit = $"PartitionKey ge '{unit}~' and PartitionKey lt '{unit}~~'";
        return
        [
            .. WorkKinds.Select(kind => new HouseholdQuery(
                DueNotices.Table, $"RowKey ge '{kind}~{person}~' and RowKey lt '{kind}~{person}~~'", row => Keys.ParseWork(row.PartitionKey).Unit == unit)),
            new("CallList", TableExtensions.Range(unit.Value, $"{person}~", $"{person}~~"), All),
            new("Silences", $"{ofUnit} and Person eq '{person}'", All),
            new("Changes", ofUnit, row => row.GetString("Person") == person.Value || occasions.Contains(new OccasionId(row.GetString("Occasion") ?? ""))),
            new(Contacts.Name, partsOfUnit, row => row.RowKey.EndsWith($"~{person}", StringComparison.Ordinal)),
            new(NameTable.Table, partsOfUnit, row => row.RowKey.EndsWith($"~{person}", StringComparison.Ordinal)),
            new("Problems", ofUnit, row => row.RowKey.Contains(person.Value, StringComparison.Ordinal)),
            new("Codes", $"Person eq '{person}' and Unit eq {TableExtensions.Quoted(unit.Value)}", All),
        ];

        static bool All(TableEntity row) => true;
    }
}
