using Notifieringar.Model;
using Notifieringar.Web.Staff.Pages;
using NodaTime;

namespace Notifieringar.Tests.Web;

public sealed class MeetingFormTests
{
    private static readonly LocalDateTime Now = new(2027, 3, 1, 9, 0);
    private static readonly Programme Meeting = Some.Programme() with { Occasion = new OccasionForm(OccasionKind.Meeting, 60) };
    private static readonly MeetingDraft Right = new(["2027-03-20T18:00"], "Åsinge bibliotek", "", "", "");

    [Fact]
    public void Problem_OfARightDraft_IsNone() => Assert.Null(MeetingForm.Problem(Right, Meeting, Now));

    [Theory]
    [InlineData("", "traffar.wrongTime")]
    [InlineData("i morgon", "traffar.wrongTime")]
    [InlineData("2027-03-01T09:00", "traffar.wrongPast")]
    public void Problem_OfATime_SaysWhatToMend(string time, string problem) =>
        Assert.Equal(problem, MeetingForm.Problem(Right with { Starts = [time] }, Meeting, Now));

    [Fact]
    public void Problem_OfASeries_WantsEveryTimeOnce()
    {
        var series = Meeting with { Occasion = new OccasionForm(OccasionKind.Series, 60, Sessions: 2) };

        Assert.Equal("traffar.wrongTime", MeetingForm.Problem(Right, series, Now));
        Assert.Equal("traffar.wrongTwice", MeetingForm.Problem(Right with { Starts = [Right.Starts[0], Right.Starts[0]] }, series, Now));
        Assert.Null(MeetingForm.Problem(Right with { Starts = [Right.Starts[0], "2027-03-27T18:00"] }, series, Now));
    }

    [Theory]
    [InlineData("http://example.se/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("example.se")]
    public void Problem_OfALinkThatIsNotHttps_SaysSo(string link) => Assert.Equal("traffar.wrongLink", MeetingForm.Problem(Right with { Link = link }, Meeting, Now));

    [Fact]
    public void Problem_OfPlaceTextAndVote_SaysWhatToMend()
    {
        var vote = Meeting with { Answers = [AnswerChoice.Vote] };

        Assert.Equal("traffar.wrongPlace", MeetingForm.Problem(Right with { Place = "" }, Meeting, Now));
        Assert.Equal("traffar.wrongText", MeetingForm.Problem(Right with { Text = new string('a', 2001) }, Meeting, Now));
        Assert.Equal("traffar.wrongNumber", MeetingForm.Problem(Right with { Text = "260801-1231" }, Meeting, Now));
        Assert.Equal("traffar.wrongVote", MeetingForm.Problem(Right with { VoteOn = "Quiz\r\n \r\n" }, vote, Now));
        Assert.Null(MeetingForm.Problem(Right with { VoteOn = "Quiz\r\nFilm" }, vote, Now));
    }
}
