using Notifieringar.Model;

namespace Notifieringar.Templates;

/// <summary>What must agree between the parts of a programme.</summary>
internal static class ProgrammeRules
{
    public static void Check(Programme programme, ProgrammeNode node)
    {
        var (kind, audience) = (programme.Occasion.Kind, programme.Audience);
        if (programme.Discretion == Discretion.D3 && audience.Who == PersonKind.Household)
        {
            node.Problem("audience.who", ProgrammeFault.MostDiscreetToHouseholds);
        }

        if (audience.Visits is not null && (kind != OccasionKind.Visit || audience.Who != PersonKind.Household))
        {
            node.Problem("audience.visit", ProgrammeFault.VisitOfOthers);
        }

        if (kind == OccasionKind.Visit && audience.Visits is null)
        {
            node.Problem("audience.visit", ProgrammeFault.VisitWithoutAge);
        }

        if (audience.Who != PersonKind.Household && (audience.ChildAges is not null || audience.FirstChildOnly))
        {
            node.Problem("audience.childMonths", ProgrammeFault.ChildrenOfOthers);
        }

        if (programme.Answers.Contains(AnswerChoice.Collect) && programme.Steps.All(step => step.Anchor != StepAnchor.Collect))
        {
            node.Problem("answers", ProgrammeFault.NoCollectStep);
        }

        foreach (var (index, step) in programme.Steps.Index())
        {
            Check(programme, step, $"steps[{index}]", node);
        }
    }

    private static void Check(Programme programme, Step step, string at, ProgrammeNode node)
    {
        if (step.IsPerSession && programme.Occasion.Kind != OccasionKind.Series)
        {
            node.Problem($"{at}.perSession", ProgrammeFault.NoSessions);
        }

        if (step.HasCalendar && step.Ladder.All(rung => rung.Channel != Channel.Email))
        {
            node.Problem($"{at}.calendar", ProgrammeFault.CalendarWithoutEmail);
        }

        if (step.Condition is StepCondition.Yes or StepCondition.Unanswered or StepCondition.Declined && programme.Answers.IsEmpty)
        {
            node.Problem($"{at}.condition", ProgrammeFault.NobodyCanAnswer);
        }

        if (step.Ladder.Length > 1 && step.Ladder.Any(rung => rung.Channel == Channel.Phone))
        {
            node.Problem($"{at}.ladder", ProgrammeFault.PhoneNotAlone);
        }
    }
}
