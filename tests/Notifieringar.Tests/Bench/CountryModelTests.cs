using Notifieringar.Bench;
using Notifieringar.Bench.Simulating;
using Notifieringar.Bench.Tables;

namespace Notifieringar.Tests.Bench;

public sealed class CountryModelTests
{
    private static readonly MeasuredCosts Costs = new(StorageCalls: 0.1, ProcessorMicroseconds: 500, LettersPerSecond: 200);

    private static readonly Country Sweden = new(
        Units: 290, Notices: 1_000_000, Minutes: 180, SmsPercent: 60, LetterPercent: 10, LargestPercent: 10, SmsResources: 1, Instances: 100, StorageMilliseconds: 10);

    [Fact]
    public void WallsOf_AMillionNotices_TheSmsProviderIsTheFirstWall()
    {
        var first = CountryModel.WallsOf(Sweden, Costs)[0];

        Assert.StartsWith("the SMS provider", first.Name, StringComparison.Ordinal);
        Assert.Equal(1_000, first.Minutes, precision: 6); // 600,000 at 600 a minute
        Assert.True(first.Share > 1);
    }

    [Fact]
    public void WallsOf_WithMoreSmsResources_TheProviderIsNoLongerFirst()
    {
        var walls = CountryModel.WallsOf(Sweden with { SmsResources = 12 }, Costs);

        Assert.StartsWith("one sweep", walls[0].Name, StringComparison.Ordinal);
        Assert.Equal(1_000 / 12.0, walls.Single(wall => wall.Name.StartsWith("the SMS provider", StringComparison.Ordinal)).Minutes, precision: 6);
    }

    [Fact]
    public void WallsOf_AnyCountry_StandNearestFirst()
    {
        var shares = CountryModel.WallsOf(Sweden, Costs).Select(wall => wall.Share).ToList();

        Assert.Equal(shares.OrderDescending(), shares);
    }

    [Fact]
    public void WallsOf_TwiceTheNotices_EachTakesTwiceAsLong_ButWhereShardsAreCounted()
    {
        var once = CountryModel.WallsOf(Sweden, Costs).ToDictionary(wall => wall.Name);
        var twice = CountryModel.WallsOf(Sweden with { Notices = 2_000_000 }, Costs);

        Assert.All(twice, wall => Assert.InRange(wall.Minutes / once[wall.Name].Minutes, IsOfShards(wall) ? 1.1 : 1.999, 2.001));

        static bool IsOfShards(Wall wall) => wall.Name.StartsWith("one sweep", StringComparison.Ordinal) || wall.Name.StartsWith("queues", StringComparison.Ordinal);
    }

    [Fact]
    public void WallsOf_OneSmallUnit_EverythingIsFarAway() =>
        Assert.All(CountryModel.WallsOf(Sweden with { Units = 1, Notices = 140, LargestPercent = 100 }, Costs), wall => Assert.True(wall.Share < 0.01, wall.Name));

    [Fact]
    public void Of_TheTable_NamesTheFirstWallAndWhatMovesIt()
    {
        var table = CountryTable.Of(Sweden, Costs);

        Assert.Equal(1_000, table.Rows[0].Figure, precision: 6);
        Assert.Equal(180, table.Rows[0].Target!.Figure);
        Assert.Contains(table.Notes, note => note.StartsWith("The first wall is the SMS provider", StringComparison.Ordinal) && note.Contains("more Communication Services resources", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_TheChart_FallsUntilTheNextWall()
    {
        var bars = CountryChart.Of(Sweden, Costs).Split('\n').Single(line => line.StartsWith("  bar", StringComparison.Ordinal));

        Assert.Equal("  bar [1000, 500, 333, 250, 167, 125, 83, 63]", bars);
    }

    [Fact]
    public void Of_TheChart_IsTheOneInTheDocuments()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "scale.md"));

        Assert.Contains(CountryChart.Of(Sweden, Costs), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TheTablesOfAllBenches_FindsTheCosts()
    {
        var json = TableJson.Of(
        [
            (new Measurement(CostRows.Campaign, "", [new Row(CostRows.StorageCalls, 0.09, "calls"), new Row(CostRows.Processor, 412, "µs a notice")]), TimeSpan.Zero),
            (new Measurement(CostRows.Letters, "", [new Row(CostRows.Run, 230, "letters/s")]), TimeSpan.Zero),
        ]);

        Assert.Equal(new MeasuredCosts(0.09, 412, 230), CostsOfFile.Read(TableJson.Read(json)));
    }

    [Fact]
    public void Read_TablesWithoutACampaign_SaysWhatIsMissing() =>
        Assert.Contains("campaign", Assert.Throws<BenchFailedException>(() => CostsOfFile.Read(TableJson.Read(TableJson.Of([])))).Message, StringComparison.Ordinal);
}
