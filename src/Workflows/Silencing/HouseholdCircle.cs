using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Families;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Workflows.Silencing;

/// <summary>The households that a silence covers: all that are linked to the first, however far.</summary>
/// <param name="people">People.</param>
/// <param name="writer">Writes people.</param>
/// <param name="contacts">What is remembered of contacts.</param>
/// <param name="names">By what names staff find people.</param>
public sealed class HouseholdCircle(PeopleTable people, PeopleWriter writer, KnownContacts contacts, NameIndex names)
{
    private const int Attempts = 8;

    internal async Task<IReadOnlyList<PersonId>> FindAsync(UnitRules rules, Silence silence, CancellationToken cancellation)
    {
        var seen = new HashSet<PersonId> { silence.Person };
        var waiting = new Queue<PersonId>(seen);
        var covered = new List<PersonId>();
        while (waiting.TryDequeue(out var person))
        {
            if (await ReadAsync(rules, person, cancellation).ConfigureAwait(false) is not { } recipient)
            {
                continue;
            }

            if (silence.Child is not { } child || recipient.Children.Any(known => known.Id == child))
            {
                covered.Add(person);
            }

            foreach (var link in recipient.Links.Where(link => SilenceKinds.Spreads(silence.Kind) && seen.Add(link)))
            {
                waiting.Enqueue(link);
            }
        }

        return covered;
    }

    internal async Task MarkAsync(UnitRules rules, Silence silence, PersonId person, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await ReadAsync(rules, person, cancellation).ConfigureAwait(false) is not { } stored)
            {
                return; // erased
            }

            if (Marked(stored, silence) is not { } write)
            {
                await names.HideAsync(stored.Person, cancellation).ConfigureAwait(false); // marked already by whoever wrote the flag, on the person row
                return;
            }

            if (silence.Kind == SilenceKind.OptedOut)
            {
                await contacts.OptOutAsync(write.Person, cancellation).ConfigureAwait(false);
            }

            var conflicts = await writer.WriteAsync(rules.Unit, Keys.Shard(person, rules.Shards), [write], cancellation).ConfigureAwait(false);
            if (conflicts.IsEmpty)
            {
                await names.HideAsync(write.Person, cancellation).ConfigureAwait(false);
                return;
            }
        }

        throw new InvalidOperationException("A household kept changing while it was silenced.");
    }

    /// <summary>The household with the silence's mark; null when it has it. A silence is added to what stands and lifts nothing.</summary>
    internal static HouseholdWrite? Marked(Recipient stored, Silence silence)
    {
        var silences = stored.Person.Silences | SilenceKinds.FlagOf(silence.Kind);
        var dies = stored.Children.Any(child => child.Id == silence.Child && !child.Deceased);
        return silences == stored.Person.Silences && !dies
            ? null
            : new HouseholdWrite(
                stored.Person with { Silences = silences },
                stored.Version,
                [.. stored.Children.Select(child => child with { Deceased = child.Deceased || child.Id == silence.Child })],
                stored.Links);
    }

    private Task<Recipient?> ReadAsync(UnitRules rules, PersonId person, CancellationToken cancellation) =>
        people.ReadAsync(rules.Unit, Keys.Shard(person, rules.Shards), person, cancellation);
}
