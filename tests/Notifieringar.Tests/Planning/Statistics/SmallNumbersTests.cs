using Notifieringar.Planning.Statistics;

namespace Notifieringar.Tests.Planning.Statistics;

public sealed class SmallNumbersTests
{
    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, null, 5)]
    [InlineData(4, null, 5)]
    [InlineData(5, 5, null)]
    public void Of_ANumberBelowFive_IsWithheld(int number, int? shown, int? fewerThan) =>
        Assert.Equal(new ReportedNumber(shown, fewerThan), SmallNumbers.Of(number));

    [Fact]
    public void OfParts_OneSmallPart_TakesTheSmallestOtherWithIt()
    {
        var parts = SmallNumbers.OfParts(new Dictionary<string, int> { ["sv"] = 40, ["ar"] = 3, ["so"] = 9 });

        Assert.Equal(new ReportedNumber(null, 5), parts["ar"]);
        Assert.Equal(new ReportedNumber(null, null), parts["so"]);
        Assert.Equal(new ReportedNumber(40, null), parts["sv"]);
    }

    [Fact]
    public void OfParts_SeveralSmallParts_HideOneAnother()
    {
        var parts = SmallNumbers.OfParts(new Dictionary<string, int> { ["sv"] = 40, ["ar"] = 3, ["so"] = 1 });

        Assert.Equal(40, parts["sv"].Number);
        Assert.Null(parts["ar"].Number);
        Assert.Null(parts["so"].Number);
    }
}
