using NodaTime;

namespace Notifieringar.Delivery;

/// <summary>What became of one try to hand a notice to its provider.</summary>
public enum DeliveryResult
{
    /// <summary>The provider has taken it; a receipt tells later whether it arrived.</summary>
    Accepted,

    /// <summary>The address is wrong: it must be corrected, and the next rung of the ladder may be tried.</summary>
    RefusedPermanent,

    /// <summary>The provider has not taken it and may do so later, with the same address and text.</summary>
    RefusedTemporary,

    /// <summary>The fault is ours: a key, a sender, a right or a message that the provider does not accept.</summary>
    RefusedTechnical,

    /// <summary>
    /// The provider may have it or not: the answer was lost. Only a receipt, the repeatability id or a person can settle it.
    /// </summary>
    Unknown,
}

/// <summary>The outcome of one try to hand a notice to its provider. It holds no address, name or text.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="ProviderId">The provider's id of the message, which its receipts carry; null when it gave none.</param>
/// <param name="Code">
/// Why it was not accepted: the HTTP status and, when there is one, the provider's error code or the name of the refused field; or
/// not-connected, no-answer, unreadable-answer, or provider-down when the provider was not asked because it has failed lately.
/// Null when it was accepted.
/// </param>
/// <param name="RetryAfter">How long the provider asks us to wait; null when it does not say.</param>
public sealed record DeliveryOutcome(DeliveryResult Result, string? ProviderId, string? Code, Duration? RetryAfter)
{
    internal const string TooManyRequests = "429";
    internal const string NotConnected = "not-connected";
    internal const string NoAnswer = "no-answer";
    internal const string UnreadableAnswer = "unreadable-answer";
    internal const string ProviderDown = "provider-down";

    /// <summary>False when the provider was left alone, because it has failed lately.</summary>
    public bool WasAsked => Code != ProviderDown;

    internal static DeliveryOutcome Accepted(string? providerId) => new(DeliveryResult.Accepted, providerId, null, null);

    internal static DeliveryOutcome Refused(DeliveryResult result, string code, Duration? retryAfter = null) =>
        new(result, null, code, retryAfter);

    internal static DeliveryOutcome Unknown(string code) => new(DeliveryResult.Unknown, null, code, null);
}
