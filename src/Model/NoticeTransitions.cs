namespace Notifieringar.Model;

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
            or NoticeState.OnList or NoticeState.Claimed || IsReceipt(to),
        NoticeState.Released or NoticeState.RefusedTemporary =>
            to is NoticeState.Claimed or NoticeState.RefusedPermanent or NoticeState.Skipped or NoticeState.OnList || IsReceipt(to),
        NoticeState.Unknown => to is NoticeState.Accepted or NoticeState.RefusedPermanent or NoticeState.RefusedTechnical
            or NoticeState.Claimed or NoticeState.OnList or NoticeState.Skipped || IsReceipt(to),
        NoticeState.Accepted or NoticeState.OnList or NoticeState.Delivered or NoticeState.BouncedPermanent or NoticeState.BouncedTemporary =>
            IsReceipt(to) && to != from,
        NoticeState.Composed => to is NoticeState.Printed or NoticeState.Skipped or NoticeState.OnList or NoticeState.Pulled,
        NoticeState.Printed => to is NoticeState.Posted or NoticeState.Pulled,
        NoticeState.Posted => to is NoticeState.Returned,
        NoticeState.Returned => to is NoticeState.Claimed or NoticeState.OnList,
        _ => false,
    };

    /// <summary>Tells whether nothing more will be done about the notice by itself. A receipt may still say what became of it.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True for a final state.</returns>
    public static bool IsFinal(NoticeState state) => state is not (NoticeState.Claimed or NoticeState.Released
        or NoticeState.RefusedTemporary or NoticeState.Unknown or NoticeState.Composed);

    /// <summary>Tells whether only a provider's receipt can say so.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True for delivered and bounced.</returns>
    public static bool IsReceipt(NoticeState state) =>
        state is NoticeState.Delivered or NoticeState.BouncedPermanent or NoticeState.BouncedTemporary;
}
