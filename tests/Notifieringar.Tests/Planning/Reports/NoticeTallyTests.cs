using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Reports;

namespace Notifieringar.Tests.Planning.Reports;

public sealed class NoticeTallyTests
{
    private static readonly Instant NewYearsNight = Instant.FromUtc(2027, 12, 31, 23, 30); // the first of January in Sweden
    private static int _last;

    [Fact]
    public void Of_CountsWhatWasSaid_ByTheYearInSweden()
    {
        var tally = new NoticeTally();
        foreach (var person in Enumerable.Range(0, 6).Select(_ => Told(NoticeState.Delivered)))
        {
            tally.Add(person);
        }

        Assert.Equal([(2028, "sprakstart-6")], tally.Keys);
        var shown = tally.Of(2028, "sprakstart-6");
        Assert.Equal(6, shown.Said);
        Assert.Equal([new ShownPart("Sms", 6)], shown.Channels);
        Assert.Equal([new ShownPart("sv", 6)], shown.Languages);
        Assert.Equal(0, shown.NotSaid);
    }

    [Theory]
    [InlineData(Silences.Protected)]
    [InlineData(Silences.Deceased)]
    public void Of_ProtectedAndDeceased_AreInNoNumber(Silences silence)
    {
        var tally = new NoticeTally();
        var told = Told(NoticeState.Delivered);
        tally.Add(told with { Person = told.Person with { Silences = silence } });

        Assert.Empty(tally.Keys);
    }

    [Fact]
    public void Of_ReasonsOfSilence_StandAsOne_AndThoseOfTheDeadAndTheProtectedNowhere()
    {
        var tally = new NoticeTally();
        SkipReason[] reasons = [SkipReason.OptedOut, SkipReason.Moved, SkipReason.CustodyLost, SkipReason.Erased, SkipReason.OptedOut, SkipReason.Deceased, SkipReason.Protected];
        foreach (var person in reasons.Select(reason => Told(NoticeState.Skipped, reason)).Concat(Enumerable.Range(0, 7).Select(_ => Told(NoticeState.OnList, SkipReason.NoWayToReach))))
        {
            tally.Add(person);
        }

        var shown = tally.Of(2028, "sprakstart-6");

        Assert.Equal(12, shown.NotSaid);
        Assert.Equal([new ShownPart("NoWayToReach", 7), new ShownPart(NoticeTally.Silenced, 5)], shown.Reasons);
    }

    private static Recipient Told(NoticeState state, SkipReason? reason = null)
    {
        var key = new NoticeKey("sprakstart-6", $"o{++_last}", 0, "reminder", Channel.Sms);
        return Some.Household() with { Notices = [Some.Notice(key, state) with { RecordedAt = NewYearsNight, SkipReason = reason }] };
    }
}
