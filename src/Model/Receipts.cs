using NodaTime;

namespace Notifieringar.Model;

/// <summary>What a provider's receipt says of one message.</summary>
public enum ReceiptKind
{
    /// <summary>The provider has it and is still trying: what we did not know, we know now.</summary>
    Taken,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It will never arrive at this address.</summary>
    BouncedPermanent,

    /// <summary>It could not arrive now.</summary>
    BouncedTemporary,

    /// <summary>Whoever has the address wants no more there: an opt-out at the carrier, a complaint, an unsubscription. It says nothing of
    /// whether the message arrived.</summary>
    OptedOut,
}

/// <summary>A provider's receipt, stripped of everything but what it says of which notice.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Kind">What it says.</param>
/// <param name="At">When, by the provider's clock.</param>
/// <param name="Code">The provider's code; never personal data. Null when it gave none.</param>
public sealed record ProviderReceipt(NoticeReference Notice, ReceiptKind Kind, Instant At, string? Code);

/// <summary>Every receipt of a notice, by kind. Sends write other properties, so receipts may come early, late, twice and in any order.</summary>
/// <param name="Taken">When the provider said that it has it; null when it has not.</param>
/// <param name="Delivered">When it arrived; null when it has not.</param>
/// <param name="BouncedPermanent">When it bounced for good; null when it has not.</param>
/// <param name="BouncedTemporary">When it bounced for now; null when it has not.</param>
public sealed record Receipts(Instant? Taken, Instant? Delivered, Instant? BouncedPermanent, Instant? BouncedTemporary)
{
    /// <summary>No receipt yet.</summary>
    public static Receipts None { get; } = new(null, null, null, null);

    /// <summary>The state of a notice, from what its sender recorded and what receipts have said: the latest word counts.</summary>
    /// <param name="sent">What its sender recorded.</param>
    /// <returns>The state.</returns>
    public NoticeState StateOf(NoticeState sent)
    {
        var last = Later(Later(BouncedTemporary, BouncedPermanent), Delivered);
        return last switch
        {
            null when Taken is not null && (sent is NoticeState.Claimed or NoticeState.Unknown) => NoticeState.Accepted,
            null => sent,
            _ when last == Delivered => NoticeState.Delivered,
            _ when last == BouncedPermanent => NoticeState.BouncedPermanent,
            _ => NoticeState.BouncedTemporary,
        };
    }

    private static Instant? Later(Instant? one, Instant? other) => one is null || (other is { } b && b >= one) ? other : one;
}
