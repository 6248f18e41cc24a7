namespace Notifieringar.Model;

/// <summary>Where a notice stands (design, section 7). Every write passes <see cref="NoticeTransitions"/>.</summary>
public enum NoticeState
{
    /// <summary>Ours to send: nobody else may.</summary>
    Claimed,

    /// <summary>The provider has taken it.</summary>
    Accepted,

    /// <summary>The provider said no for good: the address must be fixed.</summary>
    RefusedPermanent,

    /// <summary>The provider said not now.</summary>
    RefusedTemporary,

    /// <summary>The provider said no because of us.</summary>
    RefusedTechnical,

    /// <summary>It may or may not have been taken; never sent again blindly.</summary>
    Unknown,

    /// <summary>Claimed but let go before anything was sent.</summary>
    Released,

    /// <summary>Finally not sent, with a reason.</summary>
    Skipped,

    /// <summary>Handed to staff.</summary>
    OnList,

    /// <summary>A letter placed in a part of a letter run.</summary>
    Composed,

    /// <summary>A letter in a printed part.</summary>
    Printed,
}

/// <summary>The one transition table.</summary>
public static class NoticeTransitions
{
    /// <summary>Tells whether a notice may go from one state to another.</summary>
    /// <param name="from">The state it is in; null when there is no row yet.</param>
    /// <param name="to">The state it would have.</param>
    /// <returns>True when allowed.</returns>
    public static bool Allows(NoticeState? from, NoticeState to) => from switch
    {
        null => to is NoticeState.Claimed or NoticeState.Skipped or NoticeState.OnList,
        NoticeState.Claimed => to is NoticeState.Accepted or NoticeState.RefusedPermanent or NoticeState.RefusedTemporary
            or NoticeState.RefusedTechnical or NoticeState.Unknown or NoticeState.Released or NoticeState.Skipped or NoticeState.Composed
            or NoticeState.OnList or NoticeState.Claimed,
        NoticeState.Released or NoticeState.RefusedTemporary => to is NoticeState.Claimed or NoticeState.Skipped or NoticeState.OnList,
        NoticeState.Unknown => to is NoticeState.Accepted or NoticeState.RefusedPermanent or NoticeState.RefusedTechnical
            or NoticeState.Claimed or NoticeState.OnList,
        NoticeState.Composed => to is NoticeState.Printed or NoticeState.Skipped or NoticeState.OnList,
        _ => false,
    };

    /// <summary>Tells whether nothing more will happen to the notice by itself.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True for a final state.</returns>
    public static bool IsFinal(NoticeState state) => state is not (NoticeState.Claimed or NoticeState.Released
        or NoticeState.RefusedTemporary or NoticeState.Unknown or NoticeState.Composed);
}
