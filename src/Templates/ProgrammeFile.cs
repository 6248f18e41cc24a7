using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Templates;

/// <summary>Reads programmes written as JSON; Programmes/programme.schema.json describes the same format to editors.</summary>
public static class ProgrammeFile
{
    /// <summary>Reads a programme file.</summary>
    /// <param name="json">The file's text.</param>
    /// <returns>The programme, or every mistake in the file.</returns>
    public static ProgrammeOutcome Read(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException exception)
        {
            return new ProgrammeOutcome.Invalid([new ProgrammeProblem("$", ProgrammeFault.NotJson, ((exception.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture))]);
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new ProgrammeOutcome.Invalid([new ProgrammeProblem("$", ProgrammeFault.NotAnObject)]);
            }

            var problems = new List<ProgrammeProblem>();
            var programme = ReadProgramme(new ProgrammeNode(document.RootElement, "$", problems));
            return problems.Count == 0 ? new ProgrammeOutcome.Read(programme) : new ProgrammeOutcome.Invalid([.. problems]);
        }
    }

    private static Programme ReadProgramme(ProgrammeNode node)
    {
        node.Ignore("$schema");
        var programme = new Programme(
            node.Id("id"),
            node.Text("name"),
            node.Word("discretion", ("D0", Discretion.D0), ("D1", Discretion.D1), ("D2", Discretion.D2), ("D3", Discretion.D3)),
            ReadOccasion(node.Object("occasion")),
            ReadAudience(node.Object("audience")),
            node.Has("noAnswerMeans") ? node.Word("noAnswerMeans", ("unit", NoAnswer.UnitDecides), ("yes", NoAnswer.Yes), ("no", NoAnswer.No)) : NoAnswer.UnitDecides,
            node.Words(
                "answers",
                ("yes", AnswerChoice.Yes),
                ("no", AnswerChoice.No),
                ("anotherTime", AnswerChoice.AnotherTime),
                ("collect", AnswerChoice.Collect),
                ("vote", AnswerChoice.Vote)),
            node.Has("touches") ? node.Number("touches", 1) : null,
            [.. node.Objects("steps").Select(ReadStep)]);
        if (node.Has("textsFrom"))
        {
            node.Id("textsFrom"); // read by ShippedTexts
        }

        if (node.IsFaultless)
        {
            ProgrammeRules.Check(programme, node); // what could not be read would be blamed twice
        }

        if (programme.Steps.Select(step => step.Id).Distinct(StringComparer.Ordinal).Count() < programme.Steps.Length)
        {
            node.Problem("steps", ProgrammeFault.SameStepTwice);
        }

        node.NothingElse();
        return programme;
    }

    private static OccasionForm ReadOccasion(ProgrammeNode node)
    {
        var kind = node.Word(
            "kind",
            ("visit", OccasionKind.Visit),
            ("meeting", OccasionKind.Meeting),
            ("series", OccasionKind.Series),
            ("pickup", OccasionKind.Pickup),
            ("stop", OccasionKind.Stop),
            ("none", OccasionKind.None));
        var isTimed = kind is not (OccasionKind.Pickup or OccasionKind.None);
        var form = new OccasionForm(
            kind,
            isTimed ? node.Number("minutes", 1) : 0,
            kind == OccasionKind.Series ? node.Number("sessions", 2) : 1,
            kind == OccasionKind.Pickup ? node.Number("keepDays", 1) : 0,
            node.Flag("oncePerRecipient"));
        node.NothingElse();
        return form;
    }

    private static Audience ReadAudience(ProgrammeNode node)
    {
        var audience = new Audience(
            node.Word("who", ("household", PersonKind.Household), ("professional", PersonKind.Professional), ("organisation", PersonKind.Organisation)),
            node.Has("childMonths") ? ReadAges(node.Object("childMonths")) : null,
            node.Flag("firstChildOnly"),
            node.Flag("membersOnly"),
            node.Has("visit") ? ReadVisits(node.Object("visit")) : null);
        node.NothingElse();
        return audience;
    }

    private static AgeRange ReadAges(ProgrammeNode node)
    {
        var ages = new AgeRange(node.Number("from", 0), node.Number("below", 1));
        if (ages.BelowMonths <= ages.FromMonths)
        {
            node.Problem("below", ProgrammeFault.AgesEmpty);
        }

        node.NothingElse();
        return ages;
    }

    private static VisitAudience ReadVisits(ProgrammeNode node)
    {
        var audience = new VisitAudience(
            node.Number("ageMonths", 1),
            node.Number("earliestDays", 0),
            node.Number("latestDays", 0),
            node.Number("endsAtMonths", 1),
            node.Number("leadDays", 0),
            node.Number("noticeDays", 0));
        if (audience.EndsAtMonths <= audience.AgeMonths)
        {
            node.Problem("endsAtMonths", ProgrammeFault.VisitEndsTooEarly);
        }

        if (audience.NoticeDays + audience.EarliestDays > audience.LeadDays)
        {
            node.Problem("leadDays", ProgrammeFault.LeadTooShort);
        }

        node.NothingElse();
        return audience;
    }

    private static Step ReadStep(ProgrammeNode node)
    {
        var step = new Step(
            node.Id("id"),
            node.Word(
                "anchor",
                ("planned", StepAnchor.Planned),
                ("start", StepAnchor.Start),
                ("end", StepAnchor.End),
                ("moved", StepAnchor.Moved),
                ("cancelled", StepAnchor.Cancelled),
                ("late", StepAnchor.Late),
                ("collect", StepAnchor.Collect)),
            ReadOffset(node.Object("offset")),
            node.OptionalTime("at"),
            ReadLadder(node),
            ReadValidity(node.Object("validFor")),
            node.Word(
                "condition",
                ("always", StepCondition.Always),
                ("notDeclined", StepCondition.NotDeclined),
                ("expected", StepCondition.Expected),
                ("yes", StepCondition.Yes),
                ("unanswered", StepCondition.Unanswered),
                ("declined", StepCondition.Declined),
                ("collect", StepCondition.Collect)),
            node.Flag("perSession"),
            node.Flag("touch"),
            node.Flag("urgent"),
            node.Flag("calendar"));
        node.NothingElse();
        return step;
    }

    private static Period ReadOffset(ProgrammeNode node)
    {
        var offset = new PeriodBuilder
        {
            Days = node.Number("days", -3660, absent: 0),
            Hours = node.Number("hours", -87840, absent: 0),
            Minutes = node.Number("minutes", -5270400, absent: 0),
        };
        node.NothingElse();
        return offset.Build();
    }

    private static Duration ReadValidity(ProgrammeNode node)
    {
        var days = node.Number("days", 0, absent: 0);
        var hours = node.Number("hours", 0, absent: 0);
        if (days + hours == 0)
        {
            node.Problem("days", ProgrammeFault.NeverInTime);
        }

        node.NothingElse();
        return Duration.FromDays(days) + Duration.FromHours(hours);
    }

    private static ImmutableArray<Rung> ReadLadder(ProgrammeNode step)
    {
        var ladder = step.Objects("ladder").Select(ReadRung).ToImmutableArray();
        if (ladder.Select(rung => rung.Channel).Distinct().Count() < ladder.Length)
        {
            step.Problem("ladder", ProgrammeFault.ChannelTwice);
        }

        return ladder;
    }

    private static Rung ReadRung(ProgrammeNode node)
    {
        var rung = new Rung(
            node.Word("channel", ("sms", Channel.Sms), ("email", Channel.Email), ("letter", Channel.Letter), ("phone", Channel.Phone)),
            node.Number("earlierDays", 0, absent: 0));
        node.NothingElse();
        return rung;
    }
}
