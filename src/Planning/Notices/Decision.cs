using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Planning.Notices;

/// <summary>What to do about one due notice.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Say it.</summary>
    /// <param name="Key">The notice's name.</param>
    public sealed record Send(NoticeKey Key) : Decision;

    /// <summary>Never say it.</summary>
    /// <param name="Key">The notice's name.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Skip(NoticeKey Key, SkipReason Reason) : Decision;

    /// <summary>Hand it to staff: we cannot say it, a person can.</summary>
    /// <param name="Key">The notice's name.</param>
    /// <param name="Reason">Why.</param>
    public sealed record List(NoticeKey Key, SkipReason Reason) : Decision;

    /// <summary>It was begun on a channel that has been closed since: that one counts as refused, and the next rung is for the next decision.</summary>
    /// <param name="Key">The notice's name.</param>
    public sealed record GiveUp(NoticeKey Key) : Decision;

    /// <summary>Look at it again later.</summary>
    /// <param name="Until">When.</param>
    public sealed record Wait(Instant Until) : Decision;

    /// <summary>It has been said, or finally not been said, before.</summary>
    public sealed record Settled : Decision;

    /// <summary>A sender claimed it and has not told how it went.</summary>
    /// <param name="Notice">The ledger row.</param>
    public sealed record InFlight(Notice Notice) : Decision;
}
