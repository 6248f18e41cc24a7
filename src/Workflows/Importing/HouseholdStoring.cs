using System.Collections.Concurrent;
using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Families;
using NodaTime;

namespace Notifieringar.Workflows.Importing;

/// <summary>Stores imported people, whichever way they came: what they silence is journaled first, and nothing an import says lifts a silence.</summary>
/// <param name="people">People.</param>
/// <param name="writer">Writes people.</param>
/// <param name="journal">Silences.</param>
/// <param name="contacts">What is remembered of contacts.</param>
/// <param name="names">By what names staff find people.</param>
/// <param name="queues">Queues.</param>
public sealed class HouseholdStoring(
    PeopleTable people, PeopleWriter writer, SilenceJournal journal, KnownContacts contacts, NameIndex names, Queues queues)
{
    private const int Attempts = 5;

    // Shards are independent of each other: while storage writes one, the next is read and put into words for it.
    private const int ShardsAtOnce = 4;

    /// <summary>Stores them and queues what they silence.</summary>
    internal async Task StoreAsync(
        ImportReference import, UnitRules rules, IReadOnlyCollection<ImportedHousehold> households, Instant asOf, CancellationToken cancellation)
    {
        var silenced = new ConcurrentBag<SilenceReference>();
        await Parallel.ForEachAsync(
            households.GroupBy(household => Keys.Shard(household.Person.Id, rules.Shards), StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = ShardsAtOnce, CancellationToken = cancellation },
            async (shard, token) =>
            {
                foreach (var silence in await StoreAsync(import, shard.Key, [.. shard], asOf, token).ConfigureAwait(false))
                {
                    silenced.Add(silence);
                }
            }).ConfigureAwait(false);
        foreach (var silence in silenced.Distinct())
        {
            await queues.SendAsync(Queues.Silences, silence, delay: null, cancellation).ConfigureAwait(false);
        }
    }

    // The flags are set by this write. What hangs on them is journaled before it, so that a crash between them forgets nothing.
    private async Task<IReadOnlyCollection<SilenceReference>> StoreAsync(
        ImportReference import, string shard, IReadOnlyCollection<ImportedHousehold> households, Instant asOf, CancellationToken cancellation)
    {
        var unit = new UnitId(import.Unit);
        var silenced = new HashSet<SilenceReference>();
        var waiting = households.ToDictionary(household => household.Person.Id);
        for (var attempt = 0; waiting.Count > 0; attempt++)
        {
            if (attempt == Attempts)
            {
                throw new InvalidOperationException($"{waiting.Count} households kept changing while they were imported.");
            }

            if (attempt > 0)
            {
                // Whoever takes a wrong number off says so before touching the person row, and that is what this attempt lost against.
                var known = await contacts.WithoutWrongNumbersAsync(unit, [.. waiting.Values], cancellation).ConfigureAwait(false);
                waiting = known.ToDictionary(household => household.Person.Id);
            }

            var stored = await people.ReadAsync(unit, shard, waiting.Keys, cancellation).ConfigureAwait(false);
            var writes = waiting.Values.Select(household => Merge(household, stored.GetValueOrDefault(household.Person.Id))).ToList();
            foreach (var silence in writes.SelectMany(write => NewSilences.Of(import, write, stored.GetValueOrDefault(write.Person.Id), asOf)))
            {
                await journal.OrderAsync(silence, shard, cancellation).ConfigureAwait(false);
                silenced.Add(new SilenceReference(silence.Unit.Value, silence.Id));
            }

            var conflicts = await WriteAsync(unit, shard, writes, stored, wasTriedBefore: attempt > 0, cancellation).ConfigureAwait(false);
            waiting = conflicts.ToDictionary(conflict => conflict.Person.Id, conflict => waiting[conflict.Person.Id]);
        }

        return silenced;
    }

    private async Task<ImmutableArray<HouseholdWrite>> WriteAsync(
        UnitId unit,
        string shard,
        IReadOnlyCollection<HouseholdWrite> writes,
        IReadOnlyDictionary<PersonId, Recipient> stored,
        bool wasTriedBefore,
        CancellationToken cancellation)
    {
        // Names first: whoever is stored is found, also when a crash comes between.
        await names.PutAsync(unit, Written(writes, stored), cancellation).ConfigureAwait(false);
        var conflicts = await writer.WriteAsync(unit, shard, writes, cancellation).ConfigureAwait(false);
        var written = writes.Except(conflicts).ToList();
        await names.LeaveAsync(unit, Written(written, stored), wasTriedBefore, cancellation).ConfigureAwait(false);
        await contacts.ForgetAsync(unit, Changed(written, stored), cancellation).ConfigureAwait(false);
        return conflicts;
    }

    private static IEnumerable<(Person Before, Person Now)> Changed(
        IEnumerable<HouseholdWrite> written, IReadOnlyDictionary<PersonId, Recipient> stored) =>
        written.Where(write => write.Version is not null).Select(write => (stored[write.Person.Id].Person, write.Person));

    private static IEnumerable<(Person? Before, Person Now)> Written(IEnumerable<HouseholdWrite> writes, IReadOnlyDictionary<PersonId, Recipient> stored) =>
        writes.Select(write => (stored.GetValueOrDefault(write.Person.Id)?.Person, write.Person));

    // A silence is never lifted by a file: a flag that disappears is for a person to judge (domain.md T23, T29).
    private static HouseholdWrite Merge(ImportedHousehold imported, Recipient? stored)
    {
        if (stored is null)
        {
            return new HouseholdWrite(imported.Person, null, imported.Children, imported.Links);
        }

        var deceased = stored.Children.Where(child => child.Deceased).Select(child => child.Id).ToHashSet();
        return new HouseholdWrite(
            imported.Person with
            {
                Silences = imported.Person.Silences | stored.Person.Silences,
                Closed = imported.Person.Closed | StillClosed.Of(imported.Person, stored.Person),
                Groups = imported.Person.Groups ?? stored.Person.Groups, // a file of families knows no groups
            },
            stored.Version,
            [.. imported.Children.Select(child => child with { Deceased = child.Deceased || deceased.Contains(child.Id) })],
            imported.Links);
    }
}
