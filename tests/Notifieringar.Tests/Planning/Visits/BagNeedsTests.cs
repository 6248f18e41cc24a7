using System.Collections.Immutable;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;

namespace Notifieringar.Tests.Planning.Visits;

public sealed class BagNeedsTests
{
    private static readonly LocalDate Today = Some.VisitTime.Date.PlusDays(-10);
    private static readonly UnitRules Rules = Some.Rules() with
    {
        BagCounts = ImmutableSortedDictionary<string, int>.Empty.Add("ar", 2).Add("sv", 5),
        BagSubstitutes = ImmutableSortedDictionary<string, string>.Empty.Add("ar", "sv"),
    };

    [Fact]
    public void T66_TooFewBagsOfALanguage_AreWarnedOfBeforeTheWeekTheyAreNeededIn_WithWhatMayBeGivenInstead()
    {
        var shortage = Assert.Single(BagNeeds.Of([.. Homes("ar", 3), .. Homes("sv", 4)], Rules, Today));

        Assert.Equal(new BagShortage("ar", Needed: 3, InStock: 2, Instead: "sv"), shortage);
    }

    [Fact]
    public void T66_ASubstituteThatIsUsedUp_IsNotOffered() =>
        Assert.Equal(new BagShortage("ar", 3, 2, Instead: null), Assert.Single(BagNeeds.Of([.. Homes("ar", 3), .. Homes("sv", 5)], Rules, Today)));

    [Fact]
    public void Of_AFamilyWhoseLanguageHasNoBag_CountsAsSwedish() =>
        Assert.Equal(new BagShortage("sv", 6, 5, Instead: null), Assert.Single(BagNeeds.Of(Homes("ti", 6), Rules, Today)));

    [Fact]
    public void Of_Twins_TakeABagEach() =>
        Assert.Equal(4, Assert.Single(BagNeeds.Of(Homes("ar", 2, Some.Child("Alma"), Some.Child("Elsa")), Rules, Today)).Needed);

    [Fact]
    public void Of_VisitsFarAhead_OrDeclined_TakeNone() => Assert.Empty(BagNeeds.Of(
        [.. Homes("ar", 9).Select(home => home with { Invitations = [home.Invitations[0] with { Answer = Answer.No }] })], Rules, Today).AddRange(BagNeeds.Of(Homes("ar", 9), Rules, Today.PlusDays(-14))));

    [Fact]
    public void Of_AUnitThatDoesNotCount_HasNoShortage() => Assert.Empty(BagNeeds.Of(Homes("ar", 9), Some.Rules(), Today));

    private static IEnumerable<Recipient> Homes(string language, int count, params Child[] children) => Enumerable.Range(0, count).Select(_ =>
    {
        var home = Some.Household(children);
        return home with
        {
            Person = home.Person with { Language = language },
            Invitations = [Some.Invitation([.. home.Children.Select(child => child.Id)])],
        };
    });
}
