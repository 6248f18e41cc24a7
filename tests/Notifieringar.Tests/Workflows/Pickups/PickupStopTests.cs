using Notifieringar.Model;
using Notifieringar.Workflows.Pickups;

namespace Notifieringar.Tests.Workflows.Pickups;

public sealed class PickupStopTests
{
    private static readonly Programme Programme = Some.Programme() with { Steps = [Some.Reminder(), Some.Thanks()] };
    private static readonly NoticeKey Sms = new("sprakstart-6", "0a1b2c", 0, "reminder", Channel.Sms);

    [Fact]
    public void Of_NothingSaid_SkipsEveryPlannedStep() =>
        Assert.Equal(["reminder", "thank-you"], Stopped().Select(notice => notice.Key.Step));

    [Theory]
    [InlineData(NoticeState.Accepted, null)]
    [InlineData(NoticeState.Claimed, null)]
    [InlineData(NoticeState.OnList, null)]
    [InlineData(NoticeState.Released, Channel.Sms)]
    [InlineData(NoticeState.RefusedTemporary, Channel.Sms)]
    [InlineData(NoticeState.RefusedPermanent, Channel.Email)]
    public void Of_AStepThatIsBegun_IsStoppedOnTheRungThatWouldBeTaken(NoticeState state, Channel? skipped)
    {
        var stopped = Stopped(Some.Notice(Sms, state)).Where(notice => notice.Key.Step == "reminder").ToList();

        Assert.Equal(skipped, stopped.SingleOrDefault()?.Channel);
        Assert.All(stopped, notice => Assert.Equal(SkipReason.Answered, notice.SkipReason));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Of_AClaimedLetter_IsStoppedWhileItWaitsForItsRun(bool waits, int stopped)
    {
        var letter = Sms with { Channel = Channel.Letter };

        var notices = Stopped(Some.Notice(letter, NoticeState.Claimed), waits ? [letter] : []);

        Assert.Equal(stopped, notices.Count(notice => notice.Key == letter));
    }

    private static IEnumerable<Notice> Stopped(Notice? said = null, params NoticeKey[] waiting) => PickupStop.Of(
        Some.Household() with { Notices = said is null ? [] : [said] }, Some.Invitation(), Programme, waiting.ToHashSet(), Some.PlannedAt);
}
