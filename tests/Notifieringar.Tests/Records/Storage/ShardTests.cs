using System.Globalization;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Tests.Records.Storage;

public sealed class ShardTests
{
    // The first sixteen stood so before units could be spread further: their rows must be found where they are.
    [Theory]
    [InlineData("f0", 1, "0")]
    [InlineData("3f", 4, "0")]
    [InlineData("40", 4, "1")]
    [InlineData("ff", 4, "3")]
    [InlineData("a7", 16, "a")]
    [InlineData("00", 128, "00")]
    [InlineData("03", 128, "01")]
    [InlineData("ff", 128, "7f")]
    [InlineData("a7", 256, "a7")]
    public void Shard_AnId_IsItsFirstBits(string start, int shards, string shard) => Assert.Equal(shard, Keys.Shard(Starting(start), shards));

    // A range of ids is a range of shards: pages that go on after a person, and chunks, rely on it.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(128)]
    [InlineData(256)]
    public void Shards_OfAllIds_AreEquallyLargeAndInTheOrderOfTheIds(int shards)
    {
        var found = Enumerable.Range(0, 256).Select(start => Keys.Shard(Starting(start.ToString("x2", CultureInfo.InvariantCulture)), shards)).ToList();

        Assert.Equal(found.Order(StringComparer.Ordinal), found);
        Assert.Equal(Keys.Shards(shards), found.Distinct());
        Assert.All(found.CountBy(shard => shard), shard => Assert.Equal(256 / shards, shard.Value));
    }

    private static PersonId Starting(string start) => new(start + new string('7', 30));
}
