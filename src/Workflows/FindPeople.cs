using System.Collections.Immutable;
using System.Globalization;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Families;
using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Workflows;

/// <summary>What a search has found.</summary>
/// <param name="People">The people, by name; at most <see cref="FindPeople.Most"/>.</param>
/// <param name="HasMore">True when there may be more than these.</param>
public sealed record FoundPeople(ImmutableArray<Person> People, bool HasMore);

/// <summary>Finds people by the beginnings of their names, or by a whole phone number or e-mail address. Nobody with protected data is found,
/// whatever an index says: everybody is read before being shown.</summary>
/// <param name="names">Names.</param>
/// <param name="contacts">Who has a number or an address.</param>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="people">People.</param>
public sealed class FindPeople(NameTable names, Contacts contacts, ContactHashes hashes, PeopleTable people)
{
    /// <summary>At most so many are shown at once.</summary>
    public const int Most = 20;

    private static readonly StringComparer Swedish = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);
    private const int MostRead = 1000; // one page of the service

    /// <summary>Runs.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="text">What is searched for.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Nobody for a text without a letter or digit.</returns>
    public async Task<FoundPeople> RunAsync(UnitRules rules, string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(text);
        if (HashOf(text) is { } hash)
        {
            var holders = await contacts.FindAsync(rules.Unit, hash, cancellation).ConfigureAwait(false);
            return await ShownAsync(rules, [.. holders.Select(holder => holder.Person)], HasNow, hasMore: false, cancellation).ConfigureAwait(false);
        }

        var words = NameWords.Of(text);
        if (words.IsEmpty)
        {
            return new FoundPeople([], HasMore: false);
        }

        var (found, hasMore) = await NamedAsync(rules.Unit, words, cancellation).ConfigureAwait(false);
        return await ShownAsync(rules, found, _ => true, hasMore, cancellation).ConfigureAwait(false);

        // The row outlives a number that has been taken off.
        bool HasNow(Person person) => hashes.Of(person, Channel.Sms) == hash || hashes.Of(person, Channel.Email) == hash;
    }

    /// <summary>The organisations of a unit, to be chosen from.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By name.</returns>
    public async Task<ImmutableArray<Person>> OrganisationsAsync(UnitRules rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var (found, _) = await names.FindAsync(rules.Unit, NameWords.Organisations, "", Most, cancellation).ConfigureAwait(false);
        return (await ShownAsync(rules, [.. found.Select(name => name.Person)], _ => true, hasMore: false, cancellation).ConfigureAwait(false)).People;
    }

    private string? HashOf(string text) => text.Contains('@', StringComparison.Ordinal)
        ? EmailAddress.TryParse(text, out var address, out _) ? hashes.Of(address) : null
        : text.Any(char.IsAsciiDigit) && PhoneNumber.TryParse(text, out var number, out _) ? hashes.Of(number) : null;

    // The longest word says most. Together with another it may stand further in than one page reaches, so that is looked up for itself.
    private async Task<(IReadOnlyCollection<PersonId> Found, bool HasMore)> NamedAsync(UnitId unit, ImmutableArray<string> words, CancellationToken cancellation)
    {
        var longest = words.MaxBy(word => word.Length)!;
        var others = words.Remove(longest);
        string[] begins = [longest, .. others.Select(other => $"{longest} {other}")];
        var pages = await Task.WhenAll(begins.Select(begin =>
            names.FindAsync(unit, NameWords.PrefixOf(longest), begin, MostRead, cancellation))).ConfigureAwait(false);
        var found = pages.Reverse().SelectMany(page => page.Names).Where(name => HasAll(name.Name, words)).Select(name => name.Person).Distinct();
        return ([.. found], pages[0].HasMore);
    }

    private static bool HasAll(string name, ImmutableArray<string> words)
    {
        var own = name.Split(' ');
        return words.All(word => own.Any(one => one.StartsWith(word, StringComparison.Ordinal)));
    }

    private async Task<FoundPeople> ShownAsync(
        UnitRules rules, IReadOnlyCollection<PersonId> found, Func<Person, bool> isMeant, bool hasMore, CancellationToken cancellation)
    {
        var shown = new List<Person>();
        foreach (var shard in found.Take(Most).GroupBy(person => Keys.Shard(person, rules.Shards), StringComparer.Ordinal))
        {
            var read = await people.WhoAsync(rules.Unit, shard.Key, [.. shard], cancellation).ConfigureAwait(false);
            shown.AddRange(read.Where(person => Showing.IsFound(person) && isMeant(person)));
        }

        return new FoundPeople(
            [.. shown.OrderBy(person => person.FamilyName ?? person.GivenName, Swedish).ThenBy(person => person.GivenName, Swedish)],
            hasMore || found.Count > Most);
    }
}
