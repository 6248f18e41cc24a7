using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Workflows.Reaching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Closes a channel for a person and remembers the contact, so that it stays closed when the person is erased and imported again.</summary>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="suppressions">What is remembered.</param>
/// <param name="people">The person row.</param>
/// <param name="clock">Says when.</param>
public sealed class CloseChannel(ContactHashes hashes, Suppressions suppressions, ChannelClosing people, IClock clock)
{
    private const int Attempts = 8;

    /// <summary>Closes a channel because of a notice's receipt. The same receipt again closes nothing more, also when the person has
    /// got a new contact meanwhile.</summary>
    /// <param name="notice">The notice, which names the channel.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public Task<CloseOutcome> ForReceiptAsync(
        NoticeReference notice, string shard, SuppressionReason reason, CancellationToken cancellation) =>
        RunAsync(
            notice.Unit,
            shard,
            notice.Person,
            notice.Key.Channel,
            reason,
            notice.Key,
            read => read.State is not null && (reason != SuppressionReason.Bounced || read.State == NoticeState.BouncedPermanent),
            cancellation);

    /// <summary>Closes a channel because the holder of the contact has asked for it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="shard">The person's shard.</param>
    /// <param name="person">The person.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="reason">Why.</param>
    /// <param name="hash">Hash of the contact it was asked for; null for whichever the person has.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What came of it.</returns>
    public Task<CloseOutcome> ForHolderAsync(
        UnitId unit, string shard, PersonId person, Channel channel, SuppressionReason reason, string? hash, CancellationToken cancellation) =>
        RunAsync(unit, shard, person, channel, reason, about: null, read => hash is null || hashes.Of(read.Person, channel) == hash, cancellation);

    private async Task<CloseOutcome> RunAsync(
        UnitId unit,
        string shard,
        PersonId person,
        Channel channel,
        SuppressionReason reason,
        NoticeKey? about,
        Func<ContactsRead, bool> isReason,
        CancellationToken cancellation)
    {
        var flag = channel switch { Channel.Sms => ClosedChannels.Sms, Channel.Email => ClosedChannels.Email, _ => ClosedChannels.Letter };
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await people.ReadAsync(unit, shard, person, about, cancellation).ConfigureAwait(false) is not { } read)
            {
                return CloseOutcome.NoPerson;
            }

            if (!isReason(read))
            {
                return CloseOutcome.NoReason;
            }

            if (read.ClosedFor >= reason)
            {
                return CloseOutcome.Closed;
            }

            // Remembered before it is closed: killed in between, it is done again.
            await RememberAsync(read.Person, channel, flag, reason, cancellation).ConfigureAwait(false);
            if ((about is null && read.Person.Closed.HasFlag(flag))
                || await people.CloseAsync(read, shard, flag, reason, about, cancellation).ConfigureAwait(false))
            {
                return CloseOutcome.Closed;
            }
        }

        throw new InvalidOperationException("A person kept changing while a channel was closed.");
    }

    private async Task RememberAsync(Person person, Channel channel, ClosedChannels flag, SuppressionReason reason, CancellationToken cancellation)
    {
        if (hashes.Of(person, channel) is not { } hash)
        {
            return;
        }

        var suppression = new Suppression(person.Unit, hash, flag, reason, clock.GetCurrentInstant());
        await (reason == SuppressionReason.Bounced
            ? suppressions.AddAsync(suppression, cancellation)
            : suppressions.PutAsync([suppression], cancellation)).ConfigureAwait(false);
    }
}
