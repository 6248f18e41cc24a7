using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;

namespace Notifieringar.Tests.Planning.Visits;

public sealed class VisitGroupsTests
{
    private static readonly LocalDate Today = new(2027, 2, 15);

    [Fact]
    public void Of_Twins_IsOneVisit() => // T05
        Assert.Equal([["Alma", "Bo"]], Names(Some.Child("Alma", new(2026, 9, 1)), Some.Child("Bo", new(2026, 9, 2))));

    [Fact]
    public void Of_ChildrenSevenDaysApart_IsOneVisit() =>
        Assert.Equal([["Alma", "Bo"]], Names(Some.Child("Alma", new(2026, 9, 1)), Some.Child("Bo", new(2026, 9, 8))));

    [Fact]
    public void Of_ChildrenEightDaysApart_IsTwoVisits() =>
        Assert.Equal([["Alma"], ["Bo"]], Names(Some.Child("Bo", new(2026, 9, 9)), Some.Child("Alma", new(2026, 9, 1))));

    [Fact]
    public void Of_TwinWhoDied_IsAVisitForTheOther() => // T25
        Assert.Equal([["Alma"]], Names(Some.Child("Alma"), Some.Child("Bo") with { Deceased = true }));

    [Fact]
    public void Of_ChildWhoLivesElsewhere_IsNoVisitHere() => Assert.Empty(Names(Some.Child() with { LivesHere = false }));

    [Fact]
    public void Of_OlderSibling_IsNotInTheGroup() =>
        Assert.Equal([["Alma"]], Names(Some.Child("Alma"), Some.Child("Bo", new(2024, 9, 1))));

    private static IEnumerable<string[]> Names(params Child[] children) =>
        VisitGroups.Of(Some.Household(children), Some.Audience(), Today, Today).Select(group => group.Select(child => child.FirstName).ToArray());
}
