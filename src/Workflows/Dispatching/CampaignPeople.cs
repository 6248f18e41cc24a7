using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Invitations;
using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>A campaign's people, from the first of a chunk to its last: whoever is meant is invited by the claim that tells them. Nothing stands in
/// Work for them but the chunk, which stays until all are told; who must be told later is invited, and due then.</summary>
/// <param name="stores">What it reads and writes.</param>
/// <param name="invitations">Invites.</param>
/// <param name="chunk">The chunk.</param>
/// <param name="campaign">Its campaign.</param>
internal sealed class CampaignPeople(DispatchStores stores, InvitationWriter invitations, Chunk chunk, CampaignContext campaign) : IChunkPeople
{
    // As first read. What is read once is decided on once: later rounds read again.
    private readonly Dictionary<PersonId, Recipient> _read = [];

    public async Task<IReadOnlyList<DueNotice>> DueAsync(CancellationToken cancellation)
    {
        var due = new List<DueNotice>();
        await foreach (var recipient in stores.People.ReadRangeAsync(chunk.Unit, chunk.Shard, chunk.From, chunk.To, cancellation).ConfigureAwait(false))
        {
            if (campaign.ToTell(recipient) is not null)
            {
                _read[recipient.Person.Id] = recipient;
                due.Add(new DueNotice(
                    chunk.Unit, chunk.Shard, chunk.DueAt ?? Instant.MinValue, recipient.Person.Id, campaign.Occasion.Id, chunk.Programme, chunk.Step));
            }
        }

        return due;
    }

    public async Task<IReadOnlyList<DueRecipient>> ReadAsync(IReadOnlyCollection<DueNotice> due, CancellationToken cancellation)
    {
        var unread = due.Select(one => one.Person).Where(person => !_read.ContainsKey(person)).ToList();
        var found = await stores.People.ReadAsync(chunk.Unit, chunk.Shard, unread, cancellation).ConfigureAwait(false);
        return
        [
            .. from one in due
               let recipient = _read.Remove(one.Person, out var read) ? read : found.GetValueOrDefault(one.Person)
               let invitation = recipient is null ? null : campaign.ToTell(recipient)
               where invitation is not null
               select new DueRecipient(one, recipient, invitation),
        ];
    }

    public Task MoveAsync(IReadOnlyCollection<(DueRecipient One, Instant Until)> moved, CancellationToken cancellation) => invitations.InviteAsync(
        campaign.Rules,
        [.. moved.Select(move => new NewInvitation(
            campaign.Programme, move.One.Recipient, move.One.Invitation, [move.One.Due with { DueAt = move.Until }]))],
        cancellation);

    public Task SettleAsync(IReadOnlyCollection<DueNotice> settled, CancellationToken cancellation) => Task.CompletedTask;
}
