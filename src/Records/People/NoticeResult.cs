using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>What became of a claimed notice.</summary>
/// <param name="Person">The person.</param>
/// <param name="Claimed">The notice as claimed or read: only while its row is still that claim is the result written.</param>
/// <param name="State">Its new state.</param>
/// <param name="At">When, on the clock that decides what is due.</param>
/// <param name="ProviderId">The provider's id of the message; null when none.</param>
/// <param name="Code">The provider's code; never personal data.</param>
/// <param name="Reason">Why it was not sent.</param>
/// <param name="Run">The letter run and part it is printed in.</param>
public sealed record NoticeResult(
    PersonId Person,
    Notice Claimed,
    NoticeState State,
    Instant At,
    string? ProviderId = null,
    string? Code = null,
    SkipReason? Reason = null,
    string? Run = null)
{
    /// <summary>The notice's name.</summary>
    public NoticeKey Key => Claimed.Key;
}

/// <summary>What a provider's receipt says of a notice.</summary>
/// <param name="Person">The person.</param>
/// <param name="Key">The notice.</param>
/// <param name="Kind">What it says.</param>
/// <param name="At">When, by the provider's clock.</param>
/// <param name="Code">The provider's code; never personal data.</param>
public sealed record NoticeReceipt(PersonId Person, NoticeKey Key, ReceiptKind Kind, Instant At, string? Code);
