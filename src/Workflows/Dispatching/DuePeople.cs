using Notifieringar.Records.Chunks;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>People for whom something stands in Work: a chunk settles its rows.</summary>
/// <param name="stores">What it reads and writes.</param>
/// <param name="chunk">The chunk.</param>
/// <param name="clock">Decides what is due.</param>
internal sealed class DuePeople(DispatchStores stores, Chunk chunk, IClock clock) : IChunkPeople
{
    public async Task<IReadOnlyList<DueNotice>> DueAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var due = new List<DueNotice>();
        await foreach (var notice in stores.Due.RangeAsync(chunk.WorkPartition, chunk.From, chunk.To, cancellation).ConfigureAwait(false))
        {
            if (notice.DueAt <= now && chunk.IsAbout(notice.Programme, notice.Step, notice.Occasion))
            {
                due.Add(notice);
            }
        }

        return due;
    }

    // A household that is not found has been erased; one without the invitation was being planned when its planner crashed.
    public async Task<IReadOnlyList<DueRecipient>> ReadAsync(IReadOnlyCollection<DueNotice> due, CancellationToken cancellation)
    {
        var found = await stores.People.ReadAsync(chunk.Unit, chunk.Shard, [.. due.Select(one => one.Person)], cancellation).ConfigureAwait(false);
        return
        [
            .. from one in due
               let recipient = found.GetValueOrDefault(one.Person)
               let invitation = recipient?.Invitations.FirstOrDefault(invitation => invitation.Occasion == one.Occasion)
               where invitation is not null
               select new DueRecipient(one, recipient, invitation),
        ];
    }

    public Task MoveAsync(IReadOnlyCollection<(DueRecipient One, Instant Until)> moved, CancellationToken cancellation) =>
        stores.Due.MoveAsync([.. moved.Select(move => (move.One.Due, move.Until))], cancellation);

    public Task SettleAsync(IReadOnlyCollection<DueNotice> settled, CancellationToken cancellation) => stores.Due.RemoveAsync(settled, cancellation);
}
