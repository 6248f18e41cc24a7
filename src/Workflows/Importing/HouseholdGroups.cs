using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Workflows.Importing;

/// <summary>A household as a file tells of it, before it is compared with what is stored.</summary>
/// <param name="Person">The person addressed.</param>
/// <param name="Children">The children named in its rows.</param>
/// <param name="Links">Other households of the same children.</param>
internal sealed record ImportedHousehold(Person Person, ImmutableArray<Child> Children, ImmutableArray<PersonId> Links);

/// <summary>Makes households of rows: one for each household reference, linked where they share a child, silenced together.</summary>
internal static class HouseholdGroups
{
    /// <summary>Groups rows.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="rows">All rows of the file.</param>
    /// <param name="asOf">When the file came.</param>
    /// <returns>In order of id.</returns>
    public static ImmutableArray<ImportedHousehold> Of(UnitId unit, IEnumerable<PeopleRow> rows, Instant asOf)
    {
        var households = rows.GroupBy(row => PersonIdOf(unit, row.HouseholdReference)).ToDictionary(rows => rows.Key, rows => rows.ToList());
        var homesOfChild = households
            .SelectMany(household => household.Value.Select(row => (Home: household.Key, Child: ChildIdOf(unit, row.ChildReference))))
            .ToLookup(pair => pair.Child, pair => pair.Home);
        var links = households.Keys.ToDictionary(
            id => id,
            id => households[id].SelectMany(row => homesOfChild[ChildIdOf(unit, row.ChildReference)]).Where(other => other != id).Distinct().Order().ToImmutableArray());
        var silences = Silences(households, links);
        var deceased = households.Values.SelectMany(rows => rows).Where(row => row.ChildDeceased).Select(row => ChildIdOf(unit, row.ChildReference)).ToHashSet();
        return
        [
            .. households.OrderBy(household => household.Key).Select(household =>
                new ImportedHousehold(
                    PersonOf(unit, household.Key, household.Value, silences[household.Key], asOf),
                    ChildrenOf(unit, household.Value, deceased),
                    links[household.Key])),
        ];
    }

    /// <summary>The id of the household a reference names: a hash, so ids are uniform and say nothing.</summary>
    internal static PersonId PersonIdOf(UnitId unit, string reference) => new(Hash($"person~{unit}~{reference}"));

    private static ChildId ChildIdOf(UnitId unit, string reference) => new(Hash($"child~{unit}~{reference}"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static Person PersonOf(UnitId unit, PersonId id, List<PeopleRow> rows, Silences silences, Instant asOf)
    {
        // The last row of a household that says something wins: an export appends corrections.
        T? Last<T>(Func<PeopleRow, T?> of) => rows.Select(of).LastOrDefault(value => value is not null);
        return new Person(
            unit,
            id,
            Last(row => row.GuardianGivenName),
            Last(row => row.GuardianFamilyName),
            Last(row => row.Address),
            Last(row => row.Phone),
            Last(row => row.Email),
            Last(row => row.Language),
            silences,
            asOf);
    }

    private static ImmutableArray<Child> ChildrenOf(UnitId unit, List<PeopleRow> rows, HashSet<ChildId> deceased) =>
    [
        .. rows.GroupBy(row => ChildIdOf(unit, row.ChildReference)).Select(child =>
        {
            var row = child.Last();
            return new Child(child.Key, row.ChildFirstName, row.ChildBirthDate, row.ChildLivesHere, deceased.Contains(child.Key));
        }),
    ];

    // Protected data or an opt-out in one home silences the child's other home too: it may know or reveal the address.
    private static Dictionary<PersonId, Silences> Silences(
        Dictionary<PersonId, List<PeopleRow>> households, Dictionary<PersonId, ImmutableArray<PersonId>> links)
    {
        var silences = households.ToDictionary(
            household => household.Key,
            household => household.Value.Aggregate(Model.Silences.None, (sum, row) => sum
                | (row.Protected || row.Address is { IsForwardingOfProtected: true } ? Model.Silences.Protected : 0)
                | (row.OptedOut ? Model.Silences.OptedOut : 0)));
        var waiting = new Queue<PersonId>(silences.Where(pair => pair.Value != 0).Select(pair => pair.Key));
        while (waiting.TryDequeue(out var id))
        {
            foreach (var other in links[id].Where(other => (silences[other] | silences[id]) != silences[other]))
            {
                silences[other] |= silences[id];
                waiting.Enqueue(other);
            }
        }

        return silences;
    }
}
