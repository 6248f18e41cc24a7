using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Imports;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Requests;
using Notifieringar.Workflows.Visits;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>A person that was stored.</summary>
/// <param name="Reference">The source's key.</param>
/// <param name="Id">Its id here: the same for the same key.</param>
public sealed record SavedPerson(string Reference, string Id);

/// <summary>People that were stored, or what to mend before any is.</summary>
/// <param name="People">The people; none when there are problems.</param>
/// <param name="Problems">The problems.</param>
public sealed record SavedPeople(ImmutableArray<SavedPerson> People, ImmutableArray<RequestProblem> Problems);

/// <summary>Stores people sent as JSON: households, people at work, organisations. All or none, and twice is as once.</summary>
/// <param name="definitions">Units.</param>
/// <param name="people">People.</param>
/// <param name="erased">Families that may not come back.</param>
/// <param name="contacts">What is remembered of contacts.</param>
/// <param name="storing">Stores people.</param>
/// <param name="queues">Queues.</param>
/// <param name="clock">Says as of when.</param>
public sealed class SavePeople(
    DefinitionCache definitions,
    PeopleTable people,
    ErasedFamilies erased,
    KnownContacts contacts,
    HouseholdStoring storing,
    Queues queues,
    IClock clock)
{
    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="request">Names the request: the same for a repeated one.</param>
    /// <param name="json">The people (docs/api.md).</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The people, or what to mend.</returns>
    public async Task<SavedPeople> RunAsync(UnitId unit, string request, string json, CancellationToken cancellation)
    {
        var rules = await definitions.UnitAsync(unit, cancellation).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        var problems = new List<RequestProblem>();
        var requested = PeopleRequest.Read(unit, json, now, Stockholm.LocalOf(now).Date, problems);
        if (problems.Count == 0)
        {
            problems.AddRange(await ErasedAsync(unit, requested, cancellation).ConfigureAwait(false));
            problems.AddRange(await ChangedKindsAsync(rules, requested, cancellation).ConfigureAwait(false));
        }

        if (problems.Count > 0)
        {
            return new SavedPeople([], [.. problems]);
        }

        var households = await contacts.ApplyAsync(unit, Households(unit, requested, now), cancellation).ConfigureAwait(false);
        await storing.StoreAsync(new ImportReference(unit.Value, request), rules, households, now, cancellation).ConfigureAwait(false);
        if (requested.Any(person => !person.Children.IsEmpty))
        {
            await queues.SendAsync(Queues.VisitPlans, new VisitPlanReference(unit.Value), delay: null, cancellation).ConfigureAwait(false);
        }

        return new SavedPeople([.. requested.Select(person => new SavedPerson(person.Reference, person.Person.Id.Value))], []);
    }

    // Families are put together as those of a file, so that homes of one child are linked and silenced together.
    private static ImmutableArray<ImportedHousehold> Households(UnitId unit, ImmutableArray<RequestedPerson> requested, Instant now)
    {
        var byId = requested.ToDictionary(person => person.Person.Id, person => person.Person);
        var families = HouseholdGroups.Of(unit, requested.SelectMany(person => person.Children), now);
        return
        [
            .. families.Select(family => family with { Person = family.Person with { Groups = byId[family.Person.Id].Groups } }),
            .. requested.Where(person => person.Children.IsEmpty).Select(person => new ImportedHousehold(person.Person, [], [])),
        ];
    }

    private async Task<IEnumerable<RequestProblem>> ErasedAsync(
        UnitId unit, ImmutableArray<RequestedPerson> requested, CancellationToken cancellation)
    {
        var gone = await erased.FindAsync(unit, requested.Select(person => person.Person.Id), cancellation).ConfigureAwait(false);
        return requested.Where(person => gone.ContainsKey(person.Person.Id)).Select(person => new RequestProblem(
            $"{person.Path}.reference",
            $"leave it out: it has asked to be erased. If it has asked to come back, lift erasure {gone[person.Person.Id]} first"));
    }

    // Whoever was stored as a family has children and letters; the same key for a colleague is a mistake.
    private async Task<IReadOnlyCollection<RequestProblem>> ChangedKindsAsync(
        UnitRules rules, ImmutableArray<RequestedPerson> requested, CancellationToken cancellation)
    {
        var problems = new List<RequestProblem>();
        foreach (var shard in requested.GroupBy(person => Keys.Shard(person.Person.Id, rules.Shards), StringComparer.Ordinal))
        {
            var stored = await people.ReadAsync(rules.Unit, shard.Key, [.. shard.Select(person => person.Person.Id)], cancellation).ConfigureAwait(false);
            problems.AddRange(shard
                .Where(person => stored.TryGetValue(person.Person.Id, out var before) && before.Person.Kind != person.Person.Kind)
                .Select(person => new RequestProblem($"{person.Path}.kind", "this reference stands for another kind of person: use a reference of its own")));
        }

        return problems;
    }
}
