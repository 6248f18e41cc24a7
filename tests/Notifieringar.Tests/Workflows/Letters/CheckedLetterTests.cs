using NodaTime;
using NodaTime.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Letters;

namespace Notifieringar.Tests.Workflows.Letters;

public sealed class CheckedLetterTests
{
    private static readonly NoticeKey Key = new("sprakstart-6", "o1", 0, "invitation", Channel.Letter);

    [Fact]
    public void IsUnclaimed_PutHereByASenderThatHasNotClaimedYet_IsTrue() => Assert.True(Letter(null).IsUnclaimed);

    [Theory]
    [InlineData(NoticeState.Composed, true)]
    [InlineData(NoticeState.Claimed, false)]
    [InlineData(NoticeState.Printed, false)]
    [InlineData(NoticeState.Skipped, false)]
    public void IsBeingPrinted_ByState_IsTrueOnlyWhileAPartIsPrinted(NoticeState state, bool expected) =>
        Assert.Equal(expected, Letter(Some.Notice(Key, state)).IsBeingPrinted);

    [Fact]
    public void StopReason_AnInvitationWhoseVisitHasBegun_IsTooLate() =>
        Assert.Equal(SkipReason.TooLate, Letter(Some.Notice(Key, NoticeState.Claimed)).StopReason(Some.Rules(), Instant.FromUtc(2027, 3, 2, 9, 0)));

    [Fact]
    public void IsUnclaimed_OfOneWhomTheClaimWillInvite_IsTrue() => Assert.True((Letter(null) with { Invitation = null }).IsUnclaimed);

    // Due on 1 February, valid for a week or more, of a visit on 2 March.
    [Theory]
    [InlineData("2027-02-01T16:00", null)]
    [InlineData("2027-02-03T16:00", null)]
    [InlineData("2027-02-28T09:00", SkipReason.TooLate)]
    public void StopReason_ARunThatWasHeld_IsTooLateWhenTheLetterMeansNothingAnyMore(string now, SkipReason? expected)
    {
        var letter = Letter(Some.Notice(Key, NoticeState.Claimed));
        var at = Stockholm.MomentOf(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(now).Value);

        Assert.Equal(expected, letter.StopReason(Some.Rules(), at));
        Assert.Null((letter with { Waiting = letter.Waiting with { RunDate = new LocalDate(2027, 2, 28) } }).StopReason(Some.Rules(), at));
        Assert.True(letter.IsForStaff(expected, at)); // a call can still reach them
        Assert.False(letter.IsForStaff(SkipReason.TooLate, Instant.FromUtc(2027, 3, 2, 9, 0)));
        Assert.False(letter.IsForStaff(SkipReason.Deceased, at));
    }

    private static CheckedLetter Letter(Notice? notice)
    {
        var child = Some.Child("Tuva", new LocalDate(2026, 9, 1));
        var waiting = new WaitingLetter(Some.Unit, "0", new LocalDate(2027, 2, 1), Some.PlannedAt, new PersonId("a"), Key);
        return new CheckedLetter(waiting, Some.Household(child), Some.Invitation(child.Id), notice, Some.Invited(), Campaign: null);
    }
}
