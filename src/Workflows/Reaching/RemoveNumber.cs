using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using NodaTime;

namespace Notifieringar.Workflows.Reaching;

/// <summary>Takes a number that is somebody else's off a household, and tells staff that the family needs another.</summary>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="people">The person row.</param>
/// <param name="contacts">Who has a number.</param>
/// <param name="callList">Staff's list.</param>
/// <param name="clock">Says when.</param>
public sealed class RemoveNumber(ContactHashes hashes, ChannelClosing people, Contacts contacts, CallList callList, IClock clock)
{
    private const int Attempts = 8;

    /// <summary>Runs. Again, after a crash, it does what is left.</summary>
    internal async Task<CloseOutcome> RunAsync(UnitId unit, string shard, PersonId person, string hash, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await people.ReadAsync(unit, shard, person, about: null, cancellation).ConfigureAwait(false) is not { } read)
            {
                return CloseOutcome.NoPerson;
            }

            if (hashes.Of(read.Person, Channel.Sms) != hash)
            {
                await contacts.RemoveAsync(unit, [new ContactHolder(hash, person)], cancellation).ConfigureAwait(false);
                return CloseOutcome.NoReason;
            }

            // On the list before the number is gone: afterwards nothing would tell that this household had it.
            await callList.AddAsync([Listed(unit, person, hash)], clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
            if (await people.RemovePhoneAsync(read, shard, cancellation).ConfigureAwait(false))
            {
                await contacts.RemoveAsync(unit, [new ContactHolder(hash, person)], cancellation).ConfigureAwait(false);
                return CloseOutcome.Closed;
            }
        }

        throw new InvalidOperationException("A person kept changing while a number was taken off.");
    }

    // No notice and no occasion: the number was wrong for all of them. Another wrong number is another row.
    private static ListedNotice Listed(UnitId unit, PersonId person, string hash) =>
        new(unit, person, new NoticeKey("contact", hash[..8], 0, "wrong-number", Channel.Phone), SkipReason.WrongNumber);
}
