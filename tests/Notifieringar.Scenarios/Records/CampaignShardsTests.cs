using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Scenarios.Records;

public sealed class CampaignShardsTests(Emulator emulator)
{
    [Fact]
    public async Task BegunAgain_AfterACrashInBetween_EveryShardIsThere_AndOneThatWasWorkedOnKeepsItsPlace()
    {
        var table = new CampaignShards(new Tables(new TableServiceClient(emulator.ConnectionString)), TimeProvider.System);
        var campaign = new Campaign(
            new UnitId($"u{Guid.NewGuid():N}"),
            new OccasionId("0a"),
            "sagostund",
            "invitation",
            new LocalDateTime(2025, 2, 20, 10, 0),
            CampaignAudience.Everyone,
            CampaignState.Approved,
            "anna",
            "bertil",
            Instant.FromUtc(2025, 2, 3, 8, 0),
            Recipients: null,
            Pins: "");
        await table.AddAsync(campaign, Keys.Shards(256).Take(3), CancellationToken.None);
        var first = (await table.ReadAsync(campaign, CancellationToken.None))[0];
        await table.WriteAsync(campaign, first with { Cursor = "00ff", Invited = 7 }, CancellationToken.None);

        await table.AddAsync(campaign, Keys.Shards(256), CancellationToken.None);

        var shards = await table.ReadAsync(campaign, CancellationToken.None);
        Assert.Equal(Keys.Shards(256), shards.Select(shard => shard.Shard));
        Assert.Equal(("00ff", 7), (shards[0].Cursor, shards[0].Invited));
        Assert.All(shards.Skip(1), shard => Assert.Equal(("", 0, false), (shard.Cursor, shard.Invited, shard.IsDone)));
    }
}
