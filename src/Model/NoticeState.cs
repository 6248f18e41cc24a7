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

    /// <summary>The provider's receipt says that it arrived.</summary>
    Delivered,

    /// <summary>The provider's receipt says that it will never arrive at this address.</summary>
    BouncedPermanent,

    /// <summary>The provider's receipt says that it could not arrive now.</summary>
    BouncedTemporary,

    /// <summary>A letter handed to the post.</summary>
    Posted,

    /// <summary>A letter that the post has brought back.</summary>
    Returned,

    /// <summary>A letter taken out of the pile.</summary>
    Pulled,
}
