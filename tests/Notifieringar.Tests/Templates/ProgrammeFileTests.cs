using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Notifieringar.Model;
using Notifieringar.Templates;
using NodaTime;

namespace Notifieringar.Tests.Templates;

public sealed class ProgrammeFileTests
{
    private static readonly string Shipped = Embedded.Read("Programmes/sprakstart-6.json");

    [Fact]
    public void ShippedProgrammes_FirstVisit_IsAsTheMissionSays()
    {
        var programme = ShippedProgrammes.All.Single(one => one.Id == "sprakstart-6");

        Assert.Equal(Discretion.D1, programme.Discretion);
        Assert.Equal(new VisitAudience(6, 7, 21, 9, LeadDays: 28, NoticeDays: 14), programme.Audience.Visits);
        Assert.Equal(new OccasionForm(OccasionKind.Visit, 45), programme.Occasion);
        Assert.Equal(3, programme.Touches);
        Assert.Equal([AnswerChoice.Yes, AnswerChoice.No, AnswerChoice.AnotherTime, AnswerChoice.Collect], programme.Answers);
        Assert.Equal(
            ["invitation", "nudge", "call", "reminder", "moved", "cancelled", "late", "thank-you", "collect", "collect-reminder"],
            programme.Steps.Select(step => step.Id));
        Assert.Equal(["invitation", "nudge"], programme.Steps.Where(step => step.IsTouch).Select(step => step.Id));
        Assert.Equal(["moved", "cancelled", "late"], programme.Steps.Where(step => step.IsUrgent).Select(step => step.Id));

        var invitation = programme.StepNamed("invitation")!;
        Assert.Equal(StepAnchor.Planned, invitation.Anchor);
        Assert.Equal(new LocalTime(9, 0), invitation.At);
        Assert.Equal([new Rung(Channel.Letter, 0)], invitation.Ladder);
        Assert.Equal(Duration.FromDays(5), invitation.ValidFor);
        Assert.Equal(StepCondition.NotDeclined, invitation.Condition);

        var reminder = programme.StepNamed("reminder")!;
        Assert.Equal(StepAnchor.Start, reminder.Anchor);
        Assert.Equal(new LocalDateTime(2025, 3, 2, 10, 0), new LocalDateTime(2025, 3, 4, 10, 0) + reminder.Offset);
        Assert.Null(reminder.At);
        Assert.Equal([new Rung(Channel.Sms, 0), new Rung(Channel.Email, 0), new Rung(Channel.Letter, 5)], reminder.Ladder);
        Assert.Equal(Duration.FromHours(72), reminder.ValidFor);

        var thanks = programme.StepNamed("thank-you")!;
        Assert.Equal(Period.FromDays(1), thanks.Offset);
        Assert.Equal(new LocalTime(10, 0), thanks.At);
        Assert.Equal(StepCondition.Expected, thanks.Condition);
    }

    [Fact]
    public void ShippedProgrammes_SecondVisit_IsTheFirstOneLater()
    {
        var first = ShippedProgrammes.All.Single(one => one.Id == "sprakstart-6");
        var second = ShippedProgrammes.All.Single(one => one.Id == "sprakstart-11");

        Assert.Equal(first.Audience.Visits! with { AgeMonths = 11, EndsAtMonths = 18 }, second.Audience.Visits);
        Assert.Equivalent(first with { Id = second.Id, Name = second.Name, Audience = second.Audience }, second, strict: true);
    }

    [Fact]
    public void ShippedProgrammes_Window_IsThatOfTheMission()
    {
        var audience = ShippedProgrammes.All.Single(one => one.Id == "sprakstart-6").Audience.Visits!;
        var age = new LocalDate(2024, 9, 1).PlusMonths(audience.AgeMonths);

        Assert.Equal(new LocalDate(2025, 2, 1), age.PlusDays(-audience.LeadDays));
        Assert.Equal(new LocalDate(2025, 2, 22), age.PlusDays(-audience.EarliestDays));
        Assert.Equal(new LocalDate(2025, 3, 22), age.PlusDays(audience.LatestDays));
    }

    [Theory]
    [InlineData("/id", "\"Språkstart\"", "$.id")]
    [InlineData("/name", "\" \"", "$.name")]
    [InlineData("/discretion", "\"D4\"", "$.discretion")]
    [InlineData("/audience/visit/endsAtMonths", "6", "$.audience.visit.endsAtMonths")]
    [InlineData("/audience/visit/leadDays", "20", "$.audience.visit.leadDays")]
    [InlineData("/audience/visit/ageMonths", "6.5", "$.audience.visit.ageMonths")]
    [InlineData("/audience/visit/agemonths", "6", "$.audience.visit.agemonths")]
    [InlineData("/occasion/minutes", "\"45\"", "$.occasion.minutes")]
    [InlineData("/steps", "[]", "$.steps")]
    [InlineData("/steps/1/id", "\"invitation\"", "$.steps")]
    [InlineData("/steps/1/anchor", "\"now\"", "$.steps[1].anchor")]
    [InlineData("/steps/1/offset/seconds", "5", "$.steps[1].offset.seconds")]
    [InlineData("/steps/0/at", "\"9.00\"", "$.steps[0].at")]
    [InlineData("/steps/1/ladder/0/channel", "\"fax\"", "$.steps[1].ladder[0].channel")]
    [InlineData("/steps/1/ladder/1/channel", "\"sms\"", "$.steps[1].ladder")]
    [InlineData("/steps/0/validFor/days", "0", "$.steps[0].validFor.days")]
    [InlineData("/steps/2/condition", "true", "$.steps[2].condition")]
    public void Read_OneMistake_NamesItsPathAndARemedy(string at, string json, string path)
    {
        var problem = Assert.Single(Problems(Changed(at, JsonNode.Parse(json))));

        Assert.Equal(path, problem.Path);
        Assert.NotEmpty(problem.Remedy);
    }

    [Theory]
    [InlineData("/id", "$.id")]
    [InlineData("/audience", "$.audience")]
    [InlineData("/audience/visit/noticeDays", "$.audience.visit.noticeDays")]
    [InlineData("/steps/0/validFor", "$.steps[0].validFor")]
    [InlineData("/steps/0/offset", "$.steps[0].offset")]
    public void Read_OneValueMissing_IsNamedOnce(string at, string path) =>
        Assert.Equal(path, Assert.Single(Problems(Changed(at, value: null, remove: true))).Path);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"id\": ")]
    public void Read_NotAnObject_IsOneProblem(string json) => Assert.Equal("$", Assert.Single(Problems(json)).Path);

    [Fact]
    public void Read_SeveralMistakes_AreAllNamed() =>
        Assert.Equal(["$.name", "$.occasion.minutes"], Problems(Changed("/name", JsonNode.Parse("1")).Replace("\"minutes\":45", "\"minutes\":0", StringComparison.Ordinal))
            .Select(problem => problem.Path));

    [Fact]
    public void Schema_Properties_AreThoseTheReaderKnows()
    {
        var schema = JsonNode.Parse(Embedded.Read("Programmes/programme.schema.json"))!;
        var step = schema["$defs"]!["step"]!;

        Assert.Equal(NamesRead(""), Names(schema["properties"]!));
        Assert.Equal(NamesRead("/audience"), Names(schema["properties"]!["audience"]!["properties"]!));
        Assert.Equal(NamesRead("/steps/0"), Names(step["properties"]!));
    }

    [Theory]
    [InlineData("/discretion", "\"D3\"", "$.audience.who")]
    [InlineData("/occasion/kind", "\"meeting\"", "$.audience.visit")]
    [InlineData("/steps/1/perSession", "true", "$.steps[1].perSession")]
    [InlineData("/steps/0/calendar", "true", "$.steps[0].calendar")]
    [InlineData("/steps/0/touch", "\"yes\"", "$.steps[0].touch")]
    [InlineData("/answers", "[\"yes\", \"perhaps\"]", "$.answers")]
    [InlineData("/touches", "0", "$.touches")]
    public void Read_PartsThatDoNotAgree_NameTheOneToMend(string at, string json, string path) =>
        Assert.Equal(path, Assert.Single(Problems(Changed(at, JsonNode.Parse(json)))).Path);

    // The reader itself tells what it knows, to whoever writes something else.
    private static IEnumerable<string> NamesRead(string at) =>
        Assert.Single(Problems(Changed($"{at}/misspelt", JsonNode.Parse("1")))).Remedy.Split("one of ")[1].Split(", ").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal);

    private static ImmutableArray<ProgrammeProblem> Problems(string json) =>
        Assert.IsType<ProgrammeOutcome.Invalid>(ProgrammeFile.Read(json)).Problems;

    private static string Changed(string at, JsonNode? value, bool remove = false)
    {
        var root = JsonNode.Parse(Shipped)!;
        var names = at.Split('/')[1..];
        var parent = names[..^1].Aggregate(root, (node, name) => int.TryParse(name, out var index) ? node[index]! : node[name]!);
        parent.AsObject().Remove(names[^1]);
        if (!remove)
        {
            parent.AsObject().Add(names[^1], value);
        }

        return root.ToJsonString();
    }
}
