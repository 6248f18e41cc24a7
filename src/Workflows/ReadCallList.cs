using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Families;
using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Something on staff's list as they need it on the phone.</summary>
/// <param name="Listed">What stands on the list.</param>
/// <param name="Programme">The programme's Swedish name; null for what belongs to none.</param>
/// <param name="Name">Whom to phone; null when unknown, or when the household must not be shown.</param>
/// <param name="Phone">The number, as it is dialled; null when there is none, or it must not be shown.</param>
/// <param name="Language">The language to speak, by its Swedish name; null when unknown.</param>
/// <param name="Starts">When what it is about begins; null when it has no time.</param>
/// <param name="IsHidden">True for a household that must not be shown: it is seen to by hand.</param>
public sealed record FamilyToPhone(
    ListedNotice Listed, string? Programme, string? Name, string? Phone, string? Language, LocalDateTime? Starts, bool IsHidden);

/// <summary>Staff's list with names and numbers. A household with protected data is never named on it.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="people">People.</param>
/// <param name="list">The list.</param>
public sealed class ReadCallList(DefinitionCache definitions, PeopleTable people, CallList list)
{
    /// <summary>Runs.</summary>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What is urgent first.</returns>
    public async Task<ImmutableArray<FamilyToPhone>> RunAsync(UnitRules rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return await ReadAsync(rules, await list.ReadAsync(rules.Unit, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    /// <summary>Those who are on it for one reason.</summary>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What is urgent first.</returns>
    public async Task<ImmutableArray<FamilyToPhone>> OfReasonAsync(UnitRules rules, SkipReason reason, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var listed = await list.ReadAsync(rules.Unit, cancellation).ConfigureAwait(false);
        return await ReadAsync(rules, [.. listed.Where(one => one.Reason == reason).Take(most)], cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes something off the list.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person.</param>
    /// <param name="key">The notice, as <see cref="NoticeKey"/> is written.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when the texts name nothing that can be on it.</returns>
    public async Task<bool> SettleAsync(UnitId unit, string person, string key, CancellationToken cancellation)
    {
        if ((await list.ReadAsync(unit, cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Person.Value == person && one.Key.ToString() == key) is not { } listed)
        {
            return false;
        }

        await list.RemoveAsync(unit, listed.Person, listed.Key, cancellation).ConfigureAwait(false);
        return true;
    }

    private async Task<ImmutableArray<FamilyToPhone>> ReadAsync(UnitRules rules, IReadOnlyList<ListedNotice> listed, CancellationToken cancellation)
    {
        var programmes = (await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false)).ToDictionary(one => one.Id, StringComparer.Ordinal);
        var known = new Dictionary<PersonId, Recipient>();
        foreach (var shard in listed.Select(one => one.Person).Distinct().GroupBy(person => Keys.Shard(person, rules.Shards), StringComparer.Ordinal))
        {
            foreach (var (id, recipient) in await people.ReadAsync(rules.Unit, shard.Key, [.. shard], cancellation).ConfigureAwait(false))
            {
                known[id] = recipient;
            }
        }

        return [.. listed.Select(one => Row(one, known.GetValueOrDefault(one.Person), programmes.GetValueOrDefault(one.Key.Programme)))];
    }

    private static FamilyToPhone Row(ListedNotice listed, Recipient? recipient, Programme? programme)
    {
        var isHidden = recipient is null || !Showing.IsShown(recipient.Person);
        var about = recipient?.Invitations.FirstOrDefault(one => one.Occasion.Value == listed.Key.Occasion);
        return new FamilyToPhone(
            listed,
            programme?.Name,
            isHidden ? null : recipient!.Person.FullName,
            isHidden ? null : recipient!.Person.Phone?.E164,
            isHidden || recipient!.Person.Language is not { } language ? null : LanguageNames.InSwedish(language),
            about is { IsTimed: true } ? about.Starts : null,
            isHidden);
    }
}
