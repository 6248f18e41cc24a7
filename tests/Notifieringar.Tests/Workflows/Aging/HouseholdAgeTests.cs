using Notifieringar.Model;
using Notifieringar.Workflows.Aging;
using NodaTime;

namespace Notifieringar.Tests.Workflows.Aging;

public sealed class HouseholdAgeTests
{
    private static readonly LocalDate Today = new(2027, 3, 1);
    private static readonly LocalDate Baby = new(2026, 9, 1);
    private static readonly LocalDate Schoolchild = new(2018, 1, 1);

    [Theory]
    [InlineData("2027-02-28", null)]
    [InlineData("2026-03-01", null)]
    [InlineData("2026-02-28", "households")]
    public void RuleFor_AHousehold_GoesWhenNothingHasConfirmedItForAYear(string confirmed, string? rule) =>
        Assert.Equal(rule, Of(36).RuleFor(PersonKind.Household, Day(confirmed), [Baby]));

    [Fact]
    public void RuleFor_AllChildrenTooOld_GoesSooner_ButNotWhileTheListHasThem()
    {
        Assert.Equal("agedOut", Of(36).RuleFor(PersonKind.Household, Day("2026-12-01"), [Schoolchild]));
        Assert.Null(Of(36).RuleFor(PersonKind.Household, Day("2027-02-28"), [Schoolchild]));
        Assert.Null(Of(36).RuleFor(PersonKind.Household, Day("2026-12-01"), [Schoolchild, Baby]));
        Assert.Null(Of(36).RuleFor(PersonKind.Household, Day("2026-12-01"), [])); // a household without children is for other programmes
        Assert.Null(Of(tooOld: null).RuleFor(PersonKind.Household, Day("2026-12-01"), [Schoolchild]));
    }

    [Theory]
    [InlineData(PersonKind.Professional)]
    [InlineData(PersonKind.Organisation)]
    public void RuleFor_AContactAtWork_HasATimeOfItsOwn(PersonKind kind)
    {
        Assert.Null(Of(36).RuleFor(kind, Day("2025-01-01"), []));
        Assert.Equal("contacts", Of(36).RuleFor(kind, Day("2024-02-29"), []));
    }

    [Fact]
    public void LookedAtBefore_IsTheShortestTime() => Assert.Equal(Day("2027-01-01"), Of(36).LookedAtBefore);

    [Fact]
    public void Read_WhatIsWritten_IsTheSame()
    {
        var counts = new AgingCounts();
        Assert.Equal("-", counts.ToString());
        counts.Add("inbox", 6, 3);
        counts.Add("audit", 24, 0);

        Assert.Equal(("inbox", "6", "3"), Assert.Single(AgingCounts.Read(counts.ToString())));
        Assert.Empty(AgingCounts.Read("settled"));
    }

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).GetValueOrThrow();

    private static HouseholdAge Of(int? tooOld)
    {
        var form = Some.Programme() with { Audience = new Audience(PersonKind.Household, tooOld is { } months ? new AgeRange(0, months) : null, false, false, null) };
        return new HouseholdAge(Retention.Usual, [form], Today);
    }
}
