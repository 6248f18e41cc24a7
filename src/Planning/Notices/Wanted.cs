using Notifieringar.Model;

namespace Notifieringar.Planning.Notices;

/// <summary>Whether a step still has something to say, given what has been answered.</summary>
public static class Wanted
{
    /// <summary>The reason why a step is not said.</summary>
    /// <param name="step">The step.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="silenceMeansYes">What no answer means.</param>
    /// <returns>Null when it is.</returns>
    public static SkipReason? Not(Step step, Answer answer, bool silenceMeansYes)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Condition switch
        {
            StepCondition.Always => null,
            StepCondition.NotDeclined => answer == Answer.No ? SkipReason.Declined : null,
            StepCondition.Expected => Expected(answer, silenceMeansYes),
            StepCondition.Yes => Expected(answer, silenceMeansYes: false),
            StepCondition.Unanswered => answer == Answer.None && !silenceMeansYes ? null : SkipReason.Answered, // silence that means yes is no question
            StepCondition.Declined => answer == Answer.No ? null : SkipReason.Answered,
            StepCondition.Collect => answer == Answer.Collect ? null : SkipReason.OtherAnswer,
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    /// <summary>Tells whether a person who does not answer is expected.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="rules">The unit's rules.</param>
    /// <returns>True when no answer means yes.</returns>
    public static bool SilenceMeansYes(Programme programme, UnitRules rules)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(rules);
        return programme.Silence switch
        {
            NoAnswer.Yes => true,
            NoAnswer.No => false,
            _ => rules.ComesUnlessNo,
        };
    }

    private static SkipReason? Expected(Answer answer, bool silenceMeansYes) => answer switch
    {
        Answer.Yes => null,
        Answer.No => SkipReason.Declined,
        Answer.None => silenceMeansYes ? null : SkipReason.NotAnswered,
        _ => SkipReason.OtherAnswer,
    };
}
