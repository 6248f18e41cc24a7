using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Reaching;
using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Workflows.Importing;

/// <summary>Keeps families that have been erased from coming back with the next night's file: staff must mean it.</summary>
/// <param name="hashes">Hashes of households.</param>
/// <param name="erased">Who may not come back.</param>
public sealed class ErasedFamilies(ContactHashes hashes, ErasedHouseholds erased)
{
    /// <summary>Those of some people who have been erased, with the ids of their erasures.</summary>
    internal async Task<IReadOnlyDictionary<PersonId, string>> FindAsync(UnitId unit, IEnumerable<PersonId> people, CancellationToken cancellation)
    {
        var known = await erased.ReadAsync(unit, cancellation).ConfigureAwait(false);
        return known.Count == 0
            ? ImmutableDictionary<PersonId, string>.Empty
            : people.Distinct().Select(person => (person, Id: hashes.OfErased(person))).Where(one => known.Contains(one.Id)).ToDictionary();
    }

    /// <summary>Households without the erased: they are left out, and nobody is linked to them. What they say of a shared child, or that somebody
    /// is protected, has reached the child's other home.</summary>
    internal static ImmutableArray<ImportedHousehold> Without(ImmutableArray<ImportedHousehold> households, IReadOnlyDictionary<PersonId, string> gone) =>
        gone.Count == 0 ? households :
        [
            .. households.Where(household => !gone.ContainsKey(household.Person.Id))
                .Select(household => household with { Links = household.Links.RemoveAll(gone.ContainsKey) }),
        ];

    /// <summary>Rows without theirs, and what to tell staff of each that is left out.</summary>
    internal static (ImmutableArray<PeopleRow> Kept, ImmutableArray<ImportFinding> Left) Divided(
        UnitId unit, ImmutableArray<PeopleRow> rows, IReadOnlyDictionary<PersonId, string> gone)
    {
        var kept = ImmutableArray.CreateBuilder<PeopleRow>();
        var left = ImmutableArray.CreateBuilder<ImportFinding>();
        foreach (var row in rows)
        {
            if (gone.TryGetValue(HouseholdGroups.PersonIdOf(unit, row.HouseholdReference), out var erasure))
            {
                left.Add(Finding(row.LineNumber, erasure));
            }
            else
            {
                kept.Add(row);
            }
        }

        return (kept.ToImmutable(), left.ToImmutable());
    }

    /// <summary>What to tell staff of a row that was left out.</summary>
    internal static ImportFinding Finding(int line, string erasure) => new(
        line,
        "",
        FindingCode.HouseholdErased,
        FindingTexts.Of(FindingCode.HouseholdErased).Replace("{0}", erasure, StringComparison.Ordinal));
}
