using NodaTime;
using Notifieringar.Model;

namespace Notifieringar.Tests.Model;

public sealed class ReceiptsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);

    [Theory]
    [InlineData(NoticeState.Claimed, NoticeState.Accepted)]
    [InlineData(NoticeState.Unknown, NoticeState.Accepted)]
    [InlineData(NoticeState.Accepted, NoticeState.Accepted)]
    [InlineData(NoticeState.OnList, NoticeState.OnList)]
    [InlineData(NoticeState.RefusedTemporary, NoticeState.RefusedTemporary)]
    public void StateOf_TakenByTheProvider_SettlesWhatWasNotKnown(NoticeState sent, NoticeState expected) =>
        Assert.Equal(expected, (Receipts.None with { Taken = Noon }).StateOf(sent));

    [Fact]
    public void StateOf_NoReceipt_IsWhatTheSenderRecorded() =>
        Assert.All(Enum.GetValues<NoticeState>(), state => Assert.Equal(state, Receipts.None.StateOf(state)));

    [Theory]
    [InlineData(NoticeState.Claimed)]
    [InlineData(NoticeState.Accepted)]
    [InlineData(NoticeState.Unknown)]
    [InlineData(NoticeState.OnList)]
    public void StateOf_Delivered_IsDeliveredAlsoWhenItCameBeforeTheRecord(NoticeState sent) =>
        Assert.Equal(NoticeState.Delivered, (Receipts.None with { Delivered = Noon }).StateOf(sent));

    [Theory]
    [InlineData(0, 1, 2, NoticeState.BouncedPermanent)]
    [InlineData(1, 2, 0, NoticeState.BouncedTemporary)]
    [InlineData(2, 0, 1, NoticeState.Delivered)]
    [InlineData(1, 1, 1, NoticeState.Delivered)]
    public void StateOf_SeveralReceipts_IsTheLatestWord(int delivered, int temporary, int permanent, NoticeState expected)
    {
        var receipts = new Receipts(
            Noon, Noon + Duration.FromHours(delivered), Noon + Duration.FromHours(permanent), Noon + Duration.FromHours(temporary));

        Assert.Equal(expected, receipts.StateOf(NoticeState.Accepted));
    }

    [Fact]
    public void StateOf_AnyReceiptOfAProvider_IsAllowedByTheTransitionTable()
    {
        NoticeState[] waiting = [NoticeState.Claimed, NoticeState.Accepted, NoticeState.Unknown, NoticeState.OnList, NoticeState.Released, NoticeState.RefusedTemporary];
        Receipts[] receipts =
        [
            Receipts.None with { Delivered = Noon }, Receipts.None with { BouncedPermanent = Noon }, Receipts.None with { BouncedTemporary = Noon },
        ];

        Assert.All(
            waiting.SelectMany(sent => receipts.Select(receipt => (sent, To: receipt.StateOf(sent)))),
            pair => Assert.True(NoticeTransitions.Allows(pair.sent, pair.To), $"{pair.sent} to {pair.To}"));
    }
}
