using NodaTime;
using Notifieringar.Model;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Silencing;

namespace Notifieringar.Tests.Workflows.Silencing;

public sealed class HouseholdStopTests
{
    private const string Claimer = "silence~1";
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 10, 12, 0);
    private static readonly Recipient Silenced = Some.Household() with
    {
        Person = Some.Guardian() with { Silences = Silences.Protected },
        Invitations = [Some.Invitation()],
    };

    [Fact]
    public void Of_NothingSaidYet_SkipsEveryDueNoticeWithTheReason()
    {
        var stop = Of(Silenced);

        Assert.Equal(
            [("reminder", SkipReason.Protected, Claimer), ("thank-you", SkipReason.Protected, Claimer)],
            stop.Notices.Select(notice => (notice.Key.Step, notice.SkipReason!.Value, notice.ClaimedBy)).Order());
        Assert.Equal(2, stop.Due.Length);
    }

    [Fact]
    public void Of_AHouseholdThatIsNotSilenced_StopsNothing()
    {
        var stop = Of(Silenced with { Person = Some.Guardian() });

        Assert.Empty(stop.Notices);
        Assert.Empty(stop.Due);
    }

    [Fact]
    public void Of_DueNoticesWithoutAnInvitation_AreLeft() => Assert.Empty(Of(Silenced with { Invitations = [] }).Due); // planning wrote them first

    [Fact]
    public void Of_AMessageUnderWay_IsLeftToItsSender()
    {
        var stop = Of(Silenced with { Notices = [Some.Notice(Key("reminder", Channel.Sms), NoticeState.Claimed)] });

        Assert.Equal(1, stop.UnderWay);
        Assert.Equal("thank-you", Assert.Single(stop.Due).Step);
    }

    [Theory]
    [InlineData(NoticeState.Claimed, 1, 1, 0)]
    [InlineData(NoticeState.Composed, 0, 0, 1)]
    [InlineData(NoticeState.Printed, 0, 0, 1)]
    [InlineData(NoticeState.Skipped, 0, 1, 0)]
    public void Of_AWaitingLetter_ByItsState_IsSkippedOrSoughtInThePile(NoticeState state, int skipped, int settled, int inPile)
    {
        var key = Key("invitation", Channel.Letter);
        var waiting = new WaitingLetter(Some.Unit, "0", new LocalDate(2027, 2, 10), Now, Silenced.Person.Id, key);

        var stop = HouseholdStop.Of(Silenced with { Notices = [Some.Notice(key, state)] }, [], [waiting], Some.Rules(), Claimer, Now);

        Assert.Equal((skipped, settled, inPile), (stop.Notices.Length, stop.Letters.Length, stop.InPile.Length));
    }

    [Fact]
    public void Of_ALetterPutInWorkAndNotClaimed_IsSettled_BecauseItsClaimCannotSucceed()
    {
        var waiting = new WaitingLetter(Some.Unit, "0", new LocalDate(2027, 2, 10), Now, Silenced.Person.Id, Key("invitation", Channel.Letter));

        var stop = HouseholdStop.Of(Silenced, [], [waiting], Some.Rules(), Claimer, Now);

        Assert.Single(stop.Letters);
        Assert.Empty(stop.Notices);
    }

    [Fact]
    public void Of_AReturnedLetter_KeepsItsState()
    {
        var key = Key("invitation", Channel.Letter);
        var due = new KnownDue(Due("invitation"), Some.Programme(), Some.Invited());

        var stop = HouseholdStop.Of(Silenced with { Notices = [Some.Notice(key, NoticeState.Returned)] }, [due], [], Some.Rules(), Claimer, Now);

        Assert.Empty(stop.Notices);
        Assert.Single(stop.Due);
    }

    private static HouseholdStop Of(Recipient recipient) => HouseholdStop.Of(
        recipient,
        [new KnownDue(Due("reminder"), Some.Programme(), Some.Reminder()), new KnownDue(Due("thank-you"), Some.Programme(), Some.Thanks())],
        [],
        Some.Rules(),
        Claimer,
        Now);

    private static DueNotice Due(string step) =>
        new(Some.Unit, "0", Now + Duration.FromDays(10), Silenced.Person.Id, Some.Invitation().Occasion, "sprakstart-6", step);

    private static NoticeKey Key(string step, Channel channel) => new("sprakstart-6", Some.Invitation().Occasion.Value, 0, step, channel);
}
