using Notifieringar.Web.Staff;

namespace Notifieringar.Tests.Web.Staff;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a|b|c", "a|b|c", " a| b| c")]
    [InlineData("a|b|c", "a|c", " a|-b| c")]
    [InlineData("a|c", "a|b|c", " a|+b| c")]
    [InlineData("a|b|c", "a|x|c", " a|-b|+x| c")]
    [InlineData("", "a", "-|+a")]
    [InlineData("a|b", "b|a", "-a| b|+a")]
    public void Between_TwoTexts_TellsEveryLineOfBothInOrder(string earlier, string later, string expected)
    {
        var lines = LineDiff.Between(earlier.Replace('|', '\n'), later.Replace('|', '\n'));

        Assert.Equal(expected.Split('|'), lines.Select(line => $"{line.Change switch { LineChange.Added => '+', LineChange.Removed => '-', _ => ' ' }}{line.Line}"));
    }

    [Fact]
    public void Between_TextsOfVeryManyLines_DoesNotCompareThem()
    {
        var lines = LineDiff.Between(string.Join('\n', Enumerable.Range(0, 1500)), "0");

        Assert.Equal((1500, 1), (lines.Count(line => line.Change == LineChange.Removed), lines.Count(line => line.Change == LineChange.Added)));
    }
}
