using NodaTime;

namespace Notifieringar.Model;

/// <summary>One thing said to one person on one channel: a ledger row.</summary>
/// <param name="Key">Its deterministic name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Channel">How it is said.</param>
/// <param name="Language">BCP 47 tag of the text's language.</param>
/// <param name="TemplateVersion">The version of the text it was claimed with.</param>
/// <param name="ClaimedBy">The lease that claimed it (<c>owner~epoch</c>): only its sender records what became of it.</param>
/// <param name="TextHash">Hash of the text given to the provider; for a letter that has been placed in a part, of its address.</param>
/// <param name="FirstSent">Real time of the first try, which starts the provider's repeatability window; null for letters.</param>
/// <param name="SkipReason">Why it was not sent, for a final skip; null otherwise.</param>
/// <param name="RecordedAt">When its state was last recorded, on the clock that decides what is due; null for a claim.</param>
/// <param name="Version">The ledger row's version as read; null for one not written yet.</param>
/// <param name="Run">The letter run and part it was last printed in; null before.</param>
/// <param name="Returns">How many times the post has brought the letter back.</param>
/// <param name="TouchedAt">When it was claimed, on the clock that decides what is due, if it is a contact nobody asked for; null otherwise.</param>
public sealed record Notice(
    NoticeKey Key,
    NoticeState State,
    Channel Channel,
    string Language,
    string TemplateVersion,
    string ClaimedBy,
    string? TextHash,
    Instant? FirstSent,
    SkipReason? SkipReason,
    Instant? RecordedAt = null,
    string? Version = null,
    string? Run = null,
    int Returns = 0,
    Instant? TouchedAt = null);
