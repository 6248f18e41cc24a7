using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Workflows.Visits;

/// <summary>Reads the homes that visits may be planned for, and the other households of their children.</summary>
/// <param name="people">People.</param>
public sealed class HomeReading(PeopleTable people)
{
    internal async Task<(IReadOnlyCollection<Recipient> Homes, IReadOnlyDictionary<PersonId, Recipient> Others)> ReadAsync(
        UnitRules rules, ImmutableArray<Programme> byAge, LocalDate today, CancellationToken cancellation)
    {
        var homes = new List<Recipient>();
        if (byAge.IsEmpty)
        {
            return (homes, new Dictionary<PersonId, Recipient>());
        }

        var (from, to) = VisitCandidates.BornBetween(byAge, rules, today);
        foreach (var shard in Keys.Shards(rules.Shards))
        {
            var ids = await people.FindHomesAsync(rules.Unit, shard, from, to, cancellation).ConfigureAwait(false);
            var found = await people.ReadAsync(rules.Unit, shard, ids, cancellation).ConfigureAwait(false);
            homes.AddRange(found.Values.Where(home => VisitCandidates.Of(home, byAge, rules, today) is not { Due: [], ToMerge: [] }));
        }

        return (homes, await OthersAsync(rules, homes, cancellation).ConfigureAwait(false));
    }

    private async Task<IReadOnlyDictionary<PersonId, Recipient>> OthersAsync(
        UnitRules rules, IEnumerable<Recipient> homes, CancellationToken cancellation)
    {
        var others = new Dictionary<PersonId, Recipient>();
        var links = homes.SelectMany(home => home.Links).Distinct();
        foreach (var shard in links.GroupBy(link => Keys.Shard(link, rules.Shards), StringComparer.Ordinal))
        {
            foreach (var (id, other) in await people.ReadAsync(rules.Unit, shard.Key, [.. shard], cancellation).ConfigureAwait(false))
            {
                others[id] = other;
            }
        }

        return others;
    }
}
