using Notifieringar.Planning.Reports;

namespace Notifieringar.Tests.Planning.Reports;

public sealed class FunnelOfYearTests
{
    [Fact]
    public void Of_ASmallMonth_IsNotToBeHadFromTheYearAndTheOthers()
    {
        var months = new Dictionary<int, VisitFunnel>
        {
            [1] = new(Invited: 20, Reached: 20, Yes: 20, Visited: 20, Collected: 0, Declined: 0, NoContact: 0),
            [2] = new(Invited: 12, Reached: 12, Yes: 12, Visited: 12, Collected: 0, Declined: 0, NoContact: 0),
            [3] = new(Invited: 3, Reached: 3, Yes: 3, Visited: 3, Collected: 0, Declined: 0, NoContact: 0),
        };

        var shown = FunnelOfYear.Of(months);

        Assert.Equal((35, 35, 35, 1.0), (shown.Year.Invited, shown.Year.Reached, shown.Year.Yes, shown.Year.Acceptance));
        Assert.Equal((20, null, null), (shown.Months[0].Invited, shown.Months[1].Invited, shown.Months[2].Invited));
        Assert.Equal((20, null, null), (shown.Months[0].Yes, shown.Months[1].Yes, shown.Months[2].Yes));
        Assert.Equal(0, shown.Months[3].Invited);
    }

    [Fact]
    public void Of_ASmallNumberOfNo_HidesAnotherAnswerOfThatMonthAndOfAnother()
    {
        var months = new Dictionary<int, VisitFunnel>
        {
            [1] = new(Invited: 40, Reached: 40, Yes: 30, Visited: 30, Collected: 8, Declined: 2, NoContact: 0),
            [2] = new(Invited: 40, Reached: 40, Yes: 30, Visited: 30, Collected: 0, Declined: 10, NoContact: 0),
        };

        var shown = FunnelOfYear.Of(months);

        Assert.Null(shown.Months[0].Declined);
        Assert.True(shown.Months[0].Yes is null || shown.Months[0].Collected is null);
        Assert.True(shown.Months[1].Declined is null || shown.Year.Declined is null);
    }

    [Fact]
    public void Of_AMunicipalityOfFour_ShowsNothing()
    {
        var shown = FunnelOfYear.Of(new Dictionary<int, VisitFunnel> { [5] = new(4, 4, 4, 4, 0, 0, 0) });

        Assert.Null(shown.Year.Invited);
        Assert.Null(shown.Year.Acceptance);
        Assert.Null(shown.Months[4].Yes);
    }
}
