using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;

namespace Notifieringar.Tests.Planning.Notices;

public sealed class ReturnedLetterTests
{
    private static readonly NoticeKey Key = new("sprakstart-6", Some.Invitation().Occasion.Value, 0, "invitation", Channel.Letter);
    private static readonly Instant ReturnedAt = Instant.FromUtc(2027, 2, 8, 9, 0);
    private static readonly Instant NextDay = Instant.FromUtc(2027, 2, 9, 9, 0);
    private static readonly Person Elsewhere = Some.Guardian() with { DataAsOf = ReturnedAt };
    private static readonly Person Unreached = Elsewhere with { Closed = ClosedChannels.Letter };

    [Fact]
    public void Decide_AnotherAddress_SendsOneNew() => Assert.Equal(new Decision.Send(Key), Decide(Elsewhere, NextDay));

    [Fact]
    public void Decide_NoOtherAddressYet_LooksAgainNextMorning() =>
        Assert.Equal(new Decision.Wait(Instant.FromUtc(2027, 2, 10, 8, 0)), Decide(Unreached, NextDay));

    [Fact]
    public void Decide_AnAddressThatComesAfterTheLettersTime_IsForStaff() => Assert.Equal(
        new Decision.List(Key, SkipReason.ReturnedLetter),
        Decide(Elsewhere with { DataAsOf = ReturnedAt + Duration.FromDays(6) }, ReturnedAt + Duration.FromDays(6)));

    [Fact]
    public void Decide_ASecondReturn_IsForStaff() => Assert.Equal(new Decision.List(Key, SkipReason.ReturnedLetter), Decide(Elsewhere, NextDay, returns: 2));

    [Fact]
    public void Decide_AfterTheVisit_IsSettled() => Assert.Equal(new Decision.Settled(), Decide(Elsewhere, Instant.FromUtc(2027, 3, 2, 12, 0)));

    [Fact]
    public void Decide_SilencedMeanwhile_IsNotSent() => Assert.Equal(
        new Decision.Skip(Key, SkipReason.Moved), Decide(Elsewhere with { Silences = Silences.Moved }, NextDay));

    [Fact]
    public void Decide_AskingAgainWhenTheAnswerHasCome_IsSettled() => Assert.Equal(
        new Decision.Settled(), Decide(Elsewhere, NextDay, step: Some.Invited() with { Condition = StepCondition.Unanswered }, answer: Answer.Yes));

    [Fact]
    public void Decide_ContactedAsOftenAsTheUnitAllowsMeanwhile_Waits()
    {
        var other = Some.Notice(Key with { Occasion = "annat" }, NoticeState.Posted) with { TouchedAt = ReturnedAt };

        Assert.IsType<Decision.Wait>(Decide(Elsewhere, NextDay, step: Some.Invited() with { IsTouch = true }, others: [other, other, other]));
        Assert.IsType<Decision.Send>(Decide(Elsewhere, NextDay, step: Some.Invited() with { IsTouch = true }, others: [other, other]));
    }

    [Theory]
    [InlineData(NoticeState.Posted)]
    [InlineData(NoticeState.Pulled)]
    public void Decide_ALetterThatIsPostedOrPulled_IsSettled(NoticeState state) =>
        Assert.Equal(new Decision.Settled(), Decide(Elsewhere, NextDay, state: state));

    private static Decision Decide(Person person, Instant now, int returns = 1, NoticeState state = NoticeState.Returned, Step? step = null, Answer answer = Answer.None, Notice[]? others = null) => NoticePlanner.Decide(
        Some.Household() with { Person = person, Notices = [Some.Notice(Key, state) with { RecordedAt = ReturnedAt, Returns = returns }, .. others ?? []] },
        Some.Invitation() with { Answer = answer },
        Some.Programme(),
        step ?? Some.Invited(),
        Some.Rules(),
        now);
}
