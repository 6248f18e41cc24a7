using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;

namespace Notifieringar.Workflows.Answers;

/// <summary>What there is behind a code from a letter, after an answer if one was given.</summary>
public abstract record AnswerOutcome
{
    private AnswerOutcome()
    {
    }

    /// <summary>An invitation that can be answered, with the answer that stands now.</summary>
    /// <param name="Invitation">The invitation.</param>
    /// <param name="Rules">The library that invites.</param>
    /// <param name="Language">BCP 47 tag of the family's language; null when unknown.</param>
    public sealed record Found(Invitation Invitation, UnitRules Rules, string? Language) : AnswerOutcome
    {
        /// <summary>What can be answered now.</summary>
        public ImmutableArray<AnswerChoice> Choices { get; init; } = [AnswerChoice.Yes, AnswerChoice.No];

        /// <summary>What it is an invitation to.</summary>
        public OccasionKind Kind { get; init; } = OccasionKind.Visit;

        /// <summary>True for a meeting of a series that the person has joined: a no is to this one alone.</summary>
        public bool IsLaterSession { get; init; }

        /// <summary>The alternatives to vote on; empty for no vote.</summary>
        public ImmutableArray<string> VoteOn { get; init; } = [];
    }

    /// <summary>Times to choose from; nothing has changed but that one may be held.</summary>
    /// <param name="About">The invitation.</param>
    /// <param name="Offered">Free times, best first; empty when staff must phone.</param>
    /// <param name="Held">The time that is held for the family; null for none.</param>
    /// <param name="WasLost">True when the time asked for went to somebody else.</param>
    public sealed record Times(Found About, ImmutableArray<VisitSlot> Offered, VisitSlot? Held, bool WasLost) : AnswerOutcome;

    /// <summary>The occasion has the time that was chosen, and the invitation a new code.</summary>
    /// <param name="Code">The new code.</param>
    public sealed record Rebooked(string Code) : AnswerOutcome;

    /// <summary>The library has called the occasion off.</summary>
    /// <param name="About">The invitation.</param>
    /// <param name="CanChoose">True when the family can choose another time.</param>
    public sealed record CalledOff(Found About, bool CanChoose) : AnswerOutcome;

    /// <summary>The family will hear nothing more: the silence is ordered.</summary>
    /// <param name="Language">BCP 47 tag of the family's language; null when unknown.</param>
    public sealed record OptedOut(string? Language) : AnswerOutcome;

    /// <summary>This cannot be answered to this invitation.</summary>
    /// <param name="Problem">What can be.</param>
    public sealed record Refused(string Problem) : AnswerOutcome;

    /// <summary>No invitation has this code.</summary>
    public sealed record Unknown : AnswerOutcome;

    /// <summary>The visit has been moved since the code was printed: a newer letter has a newer code.</summary>
    public sealed record Replaced : AnswerOutcome;

    /// <summary>The visit has begun; an answer changes nothing any more.</summary>
    public sealed record Past : AnswerOutcome;

    /// <summary>Nothing may be said to this person. Whoever holds the code must not see that this is why.</summary>
    public sealed record Silenced : AnswerOutcome;

    /// <summary>Others kept changing the person: the answer is not stored and must be given again.</summary>
    public sealed record Busy : AnswerOutcome;
}
