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
            node.Problem("audience.who", "write \"professional\" or \"organisation\": a D3 programme never writes to single people");
        }

        if (audience.Visits is not null && (kind != OccasionKind.Visit || audience.Who != PersonKind.Household))
        {
            node.Problem("audience.visit", "remove it, or write \"visit\" as the kind and \"household\" as who: only home visits are planned by a child's age");
        }

        if (kind == OccasionKind.Visit && audience.Visits is null)
        {
            node.Problem("audience.visit", "say at what age the visit is made");
        }

        if (audience.Who != PersonKind.Household && (audience.ChildAges is not null || audience.FirstChildOnly))
        {
            node.Problem("audience.childMonths", "remove it: only households have children");
        }

        if (programme.Answers.Contains(AnswerChoice.Collect) && programme.Steps.All(step => step.Anchor != StepAnchor.Collect))
        {
            node.Problem("answers", "add a step with the anchor \"collect\", so that whoever collects hears when; or remove \"collect\"");
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
            node.Problem($"{at}.perSession", "remove it: only a series has sessions");
        }

        if (step.HasCalendar && step.Ladder.All(rung => rung.Channel != Channel.Email))
        {
            node.Problem($"{at}.calendar", "add e-mail to the ladder, or remove it: a calendar file goes with an e-mail");
        }

        if (step.Condition is StepCondition.Yes or StepCondition.Unanswered or StepCondition.Declined && programme.Answers.IsEmpty)
        {
            node.Problem($"{at}.condition", "write \"always\", or give the programme answers: nobody can answer this one");
        }

        if (step.Ladder.Length > 1 && step.Ladder.Any(rung => rung.Channel == Channel.Phone))
        {
            node.Problem($"{at}.ladder", "let \"phone\" stand alone: whoever cannot be reached is put on staff's list anyway");
        }
    }
}
