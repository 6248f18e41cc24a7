using Notifieringar.LocalHost;

namespace Notifieringar.Tests.LocalHost;

public sealed class ChanceTests
{
    [Fact]
    public void Next_TheSameSeed_DrawsTheSame()
    {
        var (one, other, another) = (new Chance(7), new Chance(7), new Chance(8));

        var draws = Draw(one);

        Assert.Equal(draws, Draw(other));
        Assert.NotEqual(draws, Draw(another));
        Assert.All(draws, draw => Assert.InRange(draw, 0, 0.9999999999999999));
    }

    [Fact]
    public void Next_ManyDraws_HitAShareAboutThatOften()
    {
        var chance = new Chance(1);

        Assert.InRange(Enumerable.Range(0, 20_000).Count(_ => chance.Next() < 0.02), 300, 500);
    }

    [Fact]
    public void For_AName_DoesNotDependOnWhatWasDrawnBefore()
    {
        var chance = new Chance(7);
        var first = chance.For("notis-1");
        chance.Next();

        Assert.Equal(first, chance.For("notis-1"));
        Assert.NotEqual(first, chance.For("notis-2"));
        Assert.InRange(Enumerable.Range(0, 20_000).Count(number => chance.For($"notis-{number}") < 0.02), 300, 500);
    }

    private static List<double> Draw(Chance chance) => [.. Enumerable.Range(0, 100).Select(_ => chance.Next())];
}
