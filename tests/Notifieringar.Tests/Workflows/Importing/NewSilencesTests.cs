using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Tests.Workflows.Importing;

public sealed class NewSilencesTests
{
    private static readonly PersonId Other = new("ffffffffffffffffffffffffffffffff");
    private static readonly Person Protected = Some.Guardian() with { Silences = Silences.Protected };

    [Fact]
    public void Of_ANewHousehold_IsNothing() => Assert.Empty(Of(Write(Protected), null)); // of which nothing is queued

    [Fact]
    public void Of_AFlagThatIsNew_IsOne_WithTheSameIdNextTime()
    {
        var first = Assert.Single(Of(Write(Protected), Some.Household()));

        Assert.Equal(SilenceKind.Protected, first.Kind);
        Assert.Equal(first.Id, Assert.Single(Of(Write(Protected), Some.Household())).Id);
    }

    [Fact]
    public void Of_AFlagThatIsStored_IsNothing() => Assert.Empty(Of(Write(Protected), Some.Household() with { Person = Protected }));

    [Fact]
    public void Of_AFlagThatIsStored_ReachesAHomeThatIsLinkedNow() =>
        Assert.Single(Of(Write(Protected) with { Links = [Other] }, Some.Household() with { Person = Protected }));

    [Theory]
    [InlineData(Silences.CustodyLost)]
    [InlineData(Silences.Erased)] // T87
    public void Of_WhatConcernsOneHome_DoesNotReachAHomeThatIsLinkedNow(Silences silences)
    {
        var lost = Some.Guardian() with { Silences = silences };

        Assert.Empty(Of(Write(lost) with { Links = [Other] }, Some.Household() with { Person = lost }));
    }

    [Fact]
    public void Of_AChildThatHasDied_NamesTheChild()
    {
        var dead = Some.Child() with { Deceased = true };

        var silence = Assert.Single(Of(Write(Some.Guardian()) with { Children = [dead] }, Some.Household()));

        Assert.Equal((SilenceKind.ChildDeceased, dead.Id), (silence.Kind, silence.Child));
        Assert.Empty(Of(Write(Some.Guardian()) with { Children = [dead] }, Some.Household(dead)));
    }

    private static HouseholdWrite Write(Person person) => new(person, "1", [Some.Child()], []);

    private static IReadOnlyList<Silence> Of(HouseholdWrite write, Recipient? stored) =>
        [.. NewSilences.Of(new ImportReference(Some.Unit.Value, "i1"), write, stored, Some.PlannedAt)];
}
