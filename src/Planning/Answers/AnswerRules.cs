using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Planning.Answers;

/// <summary>What an answer makes of an invitation, and until when it may be given. One set of rules for page, code, QR and staff.</summary>
public static class AnswerRules
{
    /// <summary>How often a person chooses another time before staff phones instead.</summary>
    public const int MostRebookings = 2;

    private const int CollectDays = 30;
    private static readonly Duration OnTheirWay = Duration.FromHours(2);
    private static readonly Duration VoteTime = Duration.FromDays(14);

    /// <summary>Tells whether a choice can be made now.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="now">The moment.</param>
    /// <returns>False when it is too late: from the start of what has a time, from the end of what has not; a vote fourteen days after.</returns>
    public static bool IsOpen(Invitation invitation, AnswerChoice choice, Instant now)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return choice switch
        {
            AnswerChoice.Vote => now < Stockholm.MomentOf(invitation.EndsAt) + VoteTime,

            // What is to be collected lies there for weeks, but the visit it replaces has its own time.
            AnswerChoice.Yes or AnswerChoice.AnotherTime when invitation.Answer == Answer.Collect => now < Stockholm.MomentOf(invitation.Starts),
            _ => now < Stockholm.MomentOf(invitation.Closes),
        };
    }

    /// <summary>The invitation with an answer.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <param name="now">The moment.</param>
    /// <returns>To collect makes it something that lies at the library until a last day; to take that back makes it a visit again.</returns>
    public static Invitation With(Invitation invitation, Answer answer, Programme programme, UnitRules rules, Instant now)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(rules);
        if (answer == invitation.Answer)
        {
            return invitation;
        }

        var isVisit = programme.Occasion.Kind == OccasionKind.Visit;
        var answered = isVisit && invitation.Answer == Answer.Collect ? invitation with { Place = null, IsTimed = true, Ends = null } : invitation;
        answered = answered with { Answer = answer };
        if (answer != Answer.Collect)
        {
            return answered;
        }

        var keep = programme.Occasion.KeepDays > 0 ? programme.Occasion.KeepDays : CollectDays;
        var lastDay = OpenDays.AtOrAfter(Stockholm.LocalOf(now).Date.PlusDays(keep), rules);
        return answered with { Place = rules.Name, IsTimed = false, Ends = lastDay.PlusDays(1).AtMidnight().PlusMinutes(-1), Changed = now };
    }

    /// <summary>Tells whether an answer to a visit leaves its time to others.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>True when nobody is to come.</returns>
    public static bool GivesTimeBack(Answer answer) => answer is Answer.No or Answer.Collect;

    /// <summary>Tells whether a no comes so late that the visitors may be on their way.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="now">The moment.</param>
    /// <returns>True in the last two hours.</returns>
    public static bool IsLastMinute(Invitation invitation, Instant now)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return invitation.IsTimed && now > Stockholm.MomentOf(invitation.Starts) - OnTheirWay;
    }

    /// <summary>Tells whether the guardians of a child want different things. Who has not answered leaves it to the other.</summary>
    /// <param name="answers">Their answers.</param>
    /// <returns>True when a person must decide.</returns>
    public static bool Disagree(IEnumerable<Answer> answers) => answers
        .Where(answer => answer is Answer.Yes or Answer.No or Answer.Collect)
        .Distinct()
        .Count() > 1;

    /// <summary>Counts votes.</summary>
    /// <param name="alternatives">The alternatives, in the order in which they are shown.</param>
    /// <param name="votes">The votes; none for those who have not voted.</param>
    /// <returns>The result, without anybody's name.</returns>
    public static VoteResult Count(ImmutableArray<string> alternatives, IEnumerable<string?> votes)
    {
        const int fewest = 5; // fewer would tell who voted for what
        var counts = votes.OfType<string>().Where(vote => alternatives.Contains(vote)).CountBy(vote => vote).ToDictionary();
        var sum = counts.Values.Sum();
        if (sum < fewest)
        {
            return new VoteResult(IsShown: false, [], []);
        }

        var most = counts.Values.Max();
        return new VoteResult(
            IsShown: true,
            [.. alternatives.Select(one => new VoteCount(one, counts.GetValueOrDefault(one)))],
            [.. alternatives.Where(one => counts.GetValueOrDefault(one) == most)]);
    }
}

/// <summary>The result of a vote.</summary>
/// <param name="IsShown">False while fewer than five have voted.</param>
/// <param name="Counts">Votes by alternative.</param>
/// <param name="First">The alternatives with most votes: several when it is a tie.</param>
public sealed record VoteResult(bool IsShown, ImmutableArray<VoteCount> Counts, ImmutableArray<string> First);

/// <summary>The votes for one alternative.</summary>
/// <param name="Alternative">The alternative.</param>
/// <param name="Votes">How many.</param>
public sealed record VoteCount(string Alternative, int Votes);
