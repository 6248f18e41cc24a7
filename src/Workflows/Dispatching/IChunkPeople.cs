using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>Whom a chunk is about, and where it stands what is still due to them.</summary>
internal interface IChunkPeople
{
    /// <summary>What is due to them, as far as it is known before they are decided on.</summary>
    Task<IReadOnlyList<DueNotice>> DueAsync(CancellationToken cancellation);

    /// <summary>Reads people with what is due to them.</summary>
    /// <param name="due">What is due, to each person one thing.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Those there are. Who is not among them is erased, or not meant any more.</returns>
    Task<IReadOnlyList<DueRecipient>> ReadAsync(IReadOnlyCollection<DueNotice> due, CancellationToken cancellation);

    /// <summary>Has people told later, by another chunk.</summary>
    Task MoveAsync(IReadOnlyCollection<(DueRecipient One, Instant Until)> moved, CancellationToken cancellation);

    /// <summary>Forgets what is settled.</summary>
    Task SettleAsync(IReadOnlyCollection<DueNotice> settled, CancellationToken cancellation);
}
