using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Occasions;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Tests.Workflows.Changes;

public sealed class ChangedOccasionTests
{
    private static readonly Step SaidMoved = Some.Reminder() with { Id = "moved", Anchor = StepAnchor.Moved, Offset = Period.Zero, Condition = StepCondition.NotDeclined };

    private static readonly Occasion Visit = new(
        new OccasionId("0a1b2c"), Some.Unit, "sprakstart-6", Some.VisitTime, 45, "A", Some.Guardian().Id, [Some.Guardian().Id]);

    [Fact]
    public void AfterMove_Steps_AreTheWordOfIt_AndWhatStillLiesAhead()
    {
        var programme = Some.Programme() with { Steps = [.. Some.Programme().Steps, SaidMoved] };
        var soon = Some.Invitation() with { Changed = Some.PlannedAt, Starts = new LocalDateTime(2027, 2, 2, 10, 0), Sequence = 1 };

        Assert.Equal(["reminder", "thank-you", "moved"], Ids(soon with { Starts = Some.VisitTime }));
        Assert.Equal(["thank-you", "moved"], Ids(soon)); // a reminder beside the word itself would be one too many

        IEnumerable<string> Ids(Invitation invitation) =>
            ChangedSteps.AfterMove(programme, Some.Guardian(), invitation, Some.Rules()).Select(step => step.Id);
    }

    [Fact]
    public void AfterMove_OneMeetingOfASeries_SaysNothingAboutTheSeries()
    {
        var programme = Some.Programme() with { Steps = [Some.Reminder() with { IsPerSession = true }, Some.Thanks(), SaidMoved] };
        var third = Some.Invitation() with { Session = 3, Sessions = 6, Changed = Some.PlannedAt };

        Assert.Equal(["reminder", "moved"], ChangedSteps.AfterMove(programme, Some.Guardian(), third, Some.Rules()).Select(step => step.Id));
    }

    [Fact]
    public void Moved_WhoChoseTheTime_HasSaidYes_AndOthersKeepTheirAnswer()
    {
        var change = Move() with { Person = Some.Guardian().Id };
        var other = Some.Household() with { Person = Some.Guardian() with { Id = new PersonId("f123456789abcdef0123456789abcdef") } };

        var chooser = OccasionMoving.Moved(Some.Household(), Some.Invitation(), change);
        Assert.Equal((Answer.Yes, 1, 1, change.To!.Starts), (chooser.Answer, chooser.Rebookings, chooser.Sequence, chooser.Starts));
        Assert.Equal(Answer.No, OccasionMoving.Moved(other, Some.Invitation() with { Answer = Answer.No }, change).Answer);
        Assert.Equal(Answer.None, OccasionMoving.Moved(other, Some.Invitation() with { Answer = Answer.AnotherTime }, change).Answer);
    }

    [Fact]
    public void Moved_Again_ChangesNothing()
    {
        var moved = OccasionMoving.Moved(Some.Household(), Some.Invitation(), Move() with { Person = Some.Guardian().Id });

        Assert.Same(moved, OccasionMoving.Moved(Some.Household(), moved, Move() with { Person = Some.Guardian().Id }));
    }

    [Fact]
    public void Moved_AVisitThatASilenceHasCalledOff_StaysSo()
    {
        var dead = Some.Household(Some.Child() with { Deceased = true });
        var change = Move() with { Person = Some.Guardian().Id };

        Assert.True(OccasionMoving.Moved(dead, Some.Invitation() with { Cancelled = true }, change).Cancelled);
        Assert.False(OccasionMoving.Moved(Some.Household(), Some.Invitation() with { Cancelled = true }, change).Cancelled);
        Assert.True(OccasionMoving.Moved(Some.Household(), Some.Invitation() with { Cancelled = true }, change with { Person = null }).Cancelled);
    }

    [Theory]
    [InlineData(OccasionKind.Visit)]
    [InlineData(OccasionKind.Meeting)]
    [InlineData(OccasionKind.Series)]
    public void T61_AnEmergencyClosing_CallsOffWhatIsLaidOnItsDays(OccasionKind kind)
    {
        var programme = Some.Programme() with { Occasion = new OccasionForm(kind, 45) };

        Assert.Equal(ChangeKind.Cancel, SeveralChanges.Closed(Some.Rules(), programme, Visit, Closing(2, 3))?.Kind);
        Assert.Null(SeveralChanges.Closed(Some.Rules(), programme, Visit, Closing(3, 4)));
    }

    [Fact]
    public void T61_T93_WhatIsToBeCollected_IsKeptUntilTheNextOpenDay_NeverAClosedOrRedOne()
    {
        var programme = Some.Programme() with { Occasion = new OccasionForm(OccasionKind.Pickup, 0, KeepDays: 7) };
        var books = Visit with { Starts = new LocalDateTime(2027, 3, 18, 9, 0), Ends = new LocalDateTime(2027, 3, 25, 23, 59), Visitors = "", Home = null };

        // The day after the closing is Good Friday.
        var moved = SeveralChanges.Closed(Some.Rules(), programme, books, Closing(24, 25));

        Assert.Equal((ChangeKind.Move, new LocalDateTime(2027, 3, 30, 23, 59), 1), (moved!.Kind, moved.To!.Ends, moved.Sequence));
        Assert.Null(SeveralChanges.Closed(Some.Rules(), programme, books, Closing(22, 24)));
    }

    [Fact]
    public void ClosedPeriods_With_AddsAPeriodOnce()
    {
        var rules = """{"name":"x","closed":[{"from":"2027-07-01","to":"2027-07-31"}]}""";
        var once = ClosedPeriods.With(rules, new LocalDate(2027, 3, 2), new LocalDate(2027, 3, 3))!;

        Assert.Equal("""{"name":"x","closed":[{"from":"2027-07-01","to":"2027-07-31"},{"from":"2027-03-02","to":"2027-03-03"}]}""", once);
        Assert.Null(ClosedPeriods.With(once, new LocalDate(2027, 3, 2), new LocalDate(2027, 3, 3)));
        Assert.NotNull(ClosedPeriods.With("{}", new LocalDate(2027, 3, 2), new LocalDate(2027, 3, 3)));
    }

    [Theory]
    [InlineData("""{"note":"Ringde 19121212-1212"}""", "personal identity number")]
    [InlineData("""{"by":"Åsa Ek"}""", "opaque id")]
    [InlineData("""{"starts":"2 mars"}""", "local times")]
    [InlineData("[1]", "JSON object")]
    public void StaffOrder_WhatCannotBeKept_IsRefusedWithoutRepeatingIt(string json, string problem)
    {
        var (order, said) = StaffOrder.Read(json);

        Assert.Null(order);
        Assert.Contains(problem, said, StringComparison.Ordinal);
        Assert.DoesNotContain("1212", said, StringComparison.Ordinal);
    }

    [Fact]
    public void T64_AVisitsResult_HasACode_AndANoteOfThreeHundredSignsWithoutPersonalNumbers()
    {
        Assert.Equal(VisitResult.NotHome, VisitResults.Of("not-home"));
        Assert.Null(VisitResults.Of("borta"));
        Assert.Equal(6, VisitResults.Names.Count);
        Assert.NotNull(StaffOrder.Read($$"""{"note":"{{new string('a', StaffOrder.LongestNote)}}"}""").Order);
        Assert.Null(StaffOrder.Read($$"""{"note":"{{new string('a', StaffOrder.LongestNote + 1)}}"}""").Order);
        Assert.Null(StaffOrder.Read("""{"note":"barnet 20121212-1212"}""").Order);
        Assert.NotNull(StaffOrder.Read("""{"note":"ring 070-174 06 05"}""").Order);
    }

    private static OccasionChange Move() => new(
        Some.Unit,
        "0a1b2c-1",
        ChangeKind.Move,
        "personal-1",
        Some.PlannedAt,
        "sprakstart-6",
        Visit.Id,
        Some.VisitTime,
        Sequence: 1,
        "A",
        new NewTime(Some.VisitTime.PlusDays(1), null, null, "A"));

    private static OccasionChange Closing(int from, int to) => new(
        Some.Unit, "closing", ChangeKind.Closing, "personal-1", Some.PlannedAt, "", new OccasionId(""), new LocalDateTime(2027, 3, from, 0, 0), 0)
    {
        LastDay = new LocalDate(2027, 3, to),
    };
}
