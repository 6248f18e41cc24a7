using Notifieringar.Model;

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
    public sealed record Found(Invitation Invitation, UnitRules Rules, string? Language) : AnswerOutcome;

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
