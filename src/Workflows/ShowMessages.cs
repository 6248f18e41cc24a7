using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Families;
using Notifieringar.Workflows.Reaching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>A message that staff have to read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it came.</param>
/// <param name="Text">What it says.</param>
/// <param name="Names">Whose number it is; none when nobody has it, or somebody must not be shown.</param>
/// <param name="Number">Who to answer; null when it must not be shown.</param>
/// <param name="IsHidden">True when the number is a household's that must not be shown.</param>
public sealed record MessageToRead(string Id, DateTimeOffset At, string Text, ImmutableArray<string> Names, string? Number, bool IsHidden);

/// <summary>Messages from people for staff to read, and that they have been read.</summary>
/// <param name="inbox">The messages.</param>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="contacts">Who has a number.</param>
/// <param name="people">People.</param>
public sealed class ShowMessages(Inbox inbox, ContactHashes hashes, Contacts contacts, PeopleTable people)
{
    /// <summary>So many are shown at once.</summary>
    public const int Most = 20;

    /// <summary>The oldest of those that nobody has seen to.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The oldest first, and how many there are in all.</returns>
    public async Task<(ImmutableArray<MessageToRead> Messages, int InAll)> ListAsync(UnitRules rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var waiting = await inbox.ForStaffAsync(rules.Unit, cancellation).ConfigureAwait(false);
        var shown = await Task.WhenAll(waiting.Take(Most).Select(message => ShownAsync(rules, message, cancellation))).ConfigureAwait(false);
        return ([.. shown], waiting.Count);
    }

    /// <summary>Notes that staff have seen to a message.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when there is no such message that waits for staff.</returns>
    public async Task<bool> SettleAsync(UnitId unit, string id, CancellationToken cancellation)
    {
        var waiting = await inbox.ForStaffAsync(unit, cancellation).ConfigureAwait(false);
        if (waiting.FirstOrDefault(message => message.Id == id) is not { } found)
        {
            return false;
        }

        await inbox.SetAsync(found, MessageState.Settled, cancellation).ConfigureAwait(false);
        return true;
    }

    private async Task<MessageToRead> ShownAsync(UnitRules rules, InboxMessage message, CancellationToken cancellation)
    {
        var holders = await HoldersAsync(rules, message.From, cancellation).ConfigureAwait(false);
        var isHidden = holders.Any(holder => holder is null || !Showing.IsShown(holder));
        return new MessageToRead(
            message.Id,
            message.At.ToDateTimeOffset(),
            message.Text,
            isHidden ? [] : [.. holders.Select(holder => holder!.FullName).OfType<string>().Distinct()],
            isHidden ? null : message.From,
            isHidden);
    }

    // Null for one who is not there any more: it may be being erased.
    private async Task<IReadOnlyList<Person?>> HoldersAsync(UnitRules rules, string number, CancellationToken cancellation)
    {
        if (!PhoneNumber.TryParse(number, out var known, out _))
        {
            return [];
        }

        var found = await contacts.FindAsync(rules.Unit, hashes.Of(known), cancellation).ConfigureAwait(false);
        return await Task.WhenAll(found.Select(async holder =>
            (await people.ReadAsync(rules.Unit, Keys.Shard(holder.Person, rules.Shards), holder.Person, cancellation).ConfigureAwait(false))?.Person)).ConfigureAwait(false);
    }
}
