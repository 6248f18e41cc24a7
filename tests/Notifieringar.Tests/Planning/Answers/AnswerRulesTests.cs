using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Answers;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Tests.Planning.Answers;

public sealed class AnswerRulesTests
{
    private static readonly Instant Begins = Stockholm.MomentOf(Some.VisitTime);
    private static readonly ImmutableArray<string> Books = ["Mumin", "Pippi", "Alfons"];

    [Theory]
    [InlineData(AnswerChoice.Yes)]
    [InlineData(AnswerChoice.No)]
    [InlineData(AnswerChoice.AnotherTime)]
    [InlineData(AnswerChoice.Collect)]
    public void IsOpen_AnAnswer_IsUntilTheVisitBegins(AnswerChoice choice)
    {
        Assert.True(AnswerRules.IsOpen(Some.Invitation(), choice, Begins - Duration.FromMinutes(1)));
        Assert.False(AnswerRules.IsOpen(Some.Invitation(), choice, Begins));
    }

    [Fact]
    public void IsOpen_AVote_IsUntilFourteenDaysAfterTheEnd()
    {
        var ends = Stockholm.MomentOf(Some.Invitation().EndsAt);

        Assert.True(AnswerRules.IsOpen(Some.Invitation(), AnswerChoice.Vote, ends + Duration.FromDays(14) - Duration.FromMinutes(1)));
        Assert.False(AnswerRules.IsOpen(Some.Invitation(), AnswerChoice.Vote, ends + Duration.FromDays(14)));
    }

    [Fact]
    public void With_Collect_LiesAtTheLibraryForThirtyDays_AndTakingItBackMakesItAVisitAgain()
    {
        var invitation = Some.Invitation();
        var collect = AnswerRules.With(invitation, Answer.Collect, Some.Programme(), Some.Rules(), Some.PlannedAt);

        Assert.Equal((Answer.Collect, "Åsinge bibliotek", false, Some.PlannedAt), (collect.Answer, collect.Place, collect.IsTimed, collect.Changed));
        Assert.Equal(new LocalDateTime(2027, 3, 3, 23, 59), collect.Ends);
        Assert.True(AnswerRules.IsOpen(collect, AnswerChoice.No, Begins + Duration.FromHours(10)));
        Assert.False(AnswerRules.IsOpen(collect, AnswerChoice.Yes, Begins));
        Assert.Equal(
            invitation with { Answer = Answer.Yes, Changed = Some.PlannedAt },
            AnswerRules.With(collect, Answer.Yes, Some.Programme(), Some.Rules(), Some.PlannedAt));
    }

    [Theory]
    [InlineData(false, Answer.None, Answer.No)]
    [InlineData(false, Answer.Yes, Answer.Yes)]
    [InlineData(false, Answer.AnotherTime, Answer.Yes)]
    [InlineData(true, Answer.Yes, Answer.No)]
    [InlineData(true, Answer.Collect, Answer.No)]
    [InlineData(true, Answer.Yes, Answer.Collect)]
    public void Disagree_TwoGuardians_OnlyWhenTheyWantDifferentThings(bool disagree, Answer one, Answer other) =>
        Assert.Equal(disagree, AnswerRules.Disagree([one, other]));

    [Fact]
    public void T96_AVote_IsShownFromFiveVotes_WithItsTies_AndNobodysName()
    {
        Assert.False(AnswerRules.Count(Books, ["Mumin", "Mumin", "Pippi", "Pippi", null, null]).IsShown);
        Assert.Empty(AnswerRules.Count(Books, ["Mumin", "Mumin", "Pippi", "Pippi"]).Counts);

        var result = AnswerRules.Count(Books, ["Mumin", "Mumin", "Pippi", "Pippi", "Alfons", null, "borttagen"]);

        Assert.Equal([new VoteCount("Mumin", 2), new VoteCount("Pippi", 2), new VoteCount("Alfons", 1)], result.Counts);
        Assert.Equal(["Mumin", "Pippi"], result.First);
    }

    [Fact]
    public void AtOrAfter_ALastDay_IsNeverOnARedOrClosedDay()
    {
        Assert.Equal(new LocalDate(2027, 3, 30), OpenDays.AtOrAfter(new LocalDate(2027, 3, 26), Some.Rules())); // Good Friday to Easter Monday
        Assert.Equal(new LocalDate(2027, 8, 2), OpenDays.AtOrAfter(new LocalDate(2027, 7, 3), Some.Rules()));
    }
}
