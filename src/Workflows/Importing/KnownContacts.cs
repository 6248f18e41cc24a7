using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Reaching;
using Notifieringar.Workflows.Reaching;
using NodaTime;

namespace Notifieringar.Workflows.Importing;

/// <summary>Holds what a file says against what is remembered of its contacts, before anything of it is written.</summary>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="suppressions">What is remembered.</param>
/// <param name="contacts">Who has a contact.</param>
/// <param name="clock">Says when.</param>
public sealed class KnownContacts(ContactHashes hashes, Suppressions suppressions, Contacts contacts, IClock clock)
{
    private static readonly Channel[] Channels = [Channel.Sms, Channel.Email];

    /// <summary>Remembers who has which contact and who wants nothing, and closes what is suppressed.</summary>
    /// <returns>The households with their channels closed, their silences as they are remembered, and no wrong numbers, in the same order.</returns>
    internal async Task<ImmutableArray<ImportedHousehold>> ApplyAsync(
        UnitId unit, ImmutableArray<ImportedHousehold> households, CancellationToken cancellation)
    {
        // In this order: whoever suppresses a number after it is read here finds its holders.
        await contacts.PutAsync(unit, households.SelectMany(household => HoldersOf(household.Person)), cancellation).ConfigureAwait(false);
        var known = await suppressions.ReadAsync(unit, cancellation).ConfigureAwait(false);
        households = WithoutWrongNumbers(households, known);
        var asked = households.Where(household => household.Person.Silences.HasFlag(Silences.OptedOut))
            .SelectMany(household => OptOutsOf(household.Person))
            .Where(one => known.GetValueOrDefault(one.Hash) is not { Reason: SuppressionReason.OptedOut })
            .ToDictionary(one => one.Hash, one => one);
        await suppressions.PutAsync(asked.Values, cancellation).ConfigureAwait(false);
        return Silenced([.. households.Select(household => household with
        {
            Person = Closed(household.Person, hash => asked.GetValueOrDefault(hash) ?? known.GetValueOrDefault(hash)),
        })]);
    }

    /// <summary>Leaves out numbers that have become known as somebody else's since <see cref="ApplyAsync"/>.</summary>
    internal async Task<ImmutableArray<ImportedHousehold>> WithoutWrongNumbersAsync(
        UnitId unit, ImmutableArray<ImportedHousehold> households, CancellationToken cancellation) =>
        WithoutWrongNumbers(households, await suppressions.ReadAsync(unit, cancellation).ConfigureAwait(false));

    // Who holds it stays written: whoever takes it off finds by that the households that have it from before.
    private ImmutableArray<ImportedHousehold> WithoutWrongNumbers(
        ImmutableArray<ImportedHousehold> households, IReadOnlyDictionary<string, Suppression> known) =>
    [
        .. households.Select(household =>
            hashes.Of(household.Person, Channel.Sms) is { } hash && known.GetValueOrDefault(hash) is { IsWrongNumber: true }
                ? household with { Person = household.Person with { Phone = null } }
                : household),
    ];

    /// <summary>Remembers that a family wants nothing, so that it is still known when the family has been erased.</summary>
    internal Task OptOutAsync(Person person, CancellationToken cancellation) => suppressions.PutAsync(OptOutsOf(person), cancellation);

    /// <summary>Remembers what a household that is erased has asked for or been found to be, in case nothing else does: a silence that came from
    /// another home, a channel that was closed.</summary>
    internal async Task RememberAsync(Person person, CancellationToken cancellation)
    {
        if (person.Silences.HasFlag(Silences.OptedOut))
        {
            await OptOutAsync(person, cancellation).ConfigureAwait(false);
        }

        foreach (var channel in Channels.Where(channel => person.Closed.HasFlag(FlagOf(channel))))
        {
            if (hashes.Of(person, channel) is { } hash)
            {
                var closed = new Suppression(person.Unit, hash, FlagOf(channel), SuppressionReason.Bounced, clock.GetCurrentInstant());
                await suppressions.AddAsync(closed, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Forgets that people have the contacts they had before.</summary>
    internal Task ForgetAsync(UnitId unit, IEnumerable<(Person Before, Person Now)> changed, CancellationToken cancellation) =>
        contacts.RemoveAsync(unit, changed.SelectMany(person => HoldersOf(person.Before).Except(HoldersOf(person.Now))), cancellation);

    private IEnumerable<ContactHolder> HoldersOf(Person person) =>
        Channels.Select(channel => hashes.Of(person, channel)).OfType<string>().Select(hash => new ContactHolder(hash, person.Id));

    // The id stands for the family: a phone number can be a grandmother's, and shared with a family that has asked for nothing.
    private IEnumerable<Suppression> OptOutsOf(Person person)
    {
        var now = clock.GetCurrentInstant();
        yield return new Suppression(person.Unit, hashes.Of(person.Id), ClosedChannels.None, SuppressionReason.OptedOut, now);
        foreach (var channel in Channels)
        {
            if (hashes.Of(person, channel) is { } hash)
            {
                yield return new Suppression(person.Unit, hash, FlagOf(channel), SuppressionReason.OptedOut, now);
            }
        }
    }

    private Person Closed(Person person, Func<string, Suppression?> known)
    {
        var closed = Channels.Select(channel => hashes.Of(person, channel)).OfType<string>()
            .Aggregate(person.Closed, (sum, hash) => sum | (known(hash)?.Channels ?? ClosedChannels.None));
        var silence = known(hashes.Of(person.Id)) is { Reason: SuppressionReason.OptedOut } ? Silences.OptedOut : Silences.None;
        return person with { Closed = closed, Silences = person.Silences | silence };
    }

    // A remembered opt-out silences the child's other home too, as one in the file does.
    private static ImmutableArray<ImportedHousehold> Silenced(ImmutableArray<ImportedHousehold> households)
    {
        var byId = households.ToDictionary(household => household.Person.Id);
        var waiting = new Queue<ImportedHousehold>(households.Where(household => household.Person.Silences.HasFlag(Silences.OptedOut)));
        while (waiting.TryDequeue(out var silent))
        {
            foreach (var link in silent.Links)
            {
                if (byId.TryGetValue(link, out var other) && !other.Person.Silences.HasFlag(Silences.OptedOut))
                {
                    byId[link] = other with { Person = other.Person with { Silences = other.Person.Silences | Silences.OptedOut } };
                    waiting.Enqueue(byId[link]);
                }
            }
        }

        return [.. households.Select(household => byId[household.Person.Id])];
    }

    private static ClosedChannels FlagOf(Channel channel) => channel == Channel.Sms ? ClosedChannels.Sms : ClosedChannels.Email;
}
