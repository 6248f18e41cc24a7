using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Texts;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>A campaign by SMS that asks for no answer, to the people of one shard; its timers and queues are the test.</summary>
internal sealed class AWordToMany
{
    private const string Programme = "bokord";

    private readonly AUnitWithChunks _unit;

    private AWordToMany(AUnitWithChunks unit, string id) => (_unit, Id) = (unit, id);

    public string Id { get; }

    private CampaignTable Campaigns => _unit.Services.GetRequiredService<CampaignTable>();

    private CampaignShards Shards => _unit.Services.GetRequiredService<CampaignShards>();

    /// <summary>One that has begun; nobody has been invited yet.</summary>
    public static async Task<AWordToMany> BegunAsync(AUnitWithChunks unit)
    {
        await DefineAsync(unit);
        var draft = await unit.Services.GetRequiredService<CreateCampaign>().RunAsync(unit.Unit, """{ "programme": "bokord", "by": "anna" }""", CancellationToken.None);
        var campaign = new AWordToMany(unit, Assert.IsType<CampaignOutcome.Done>(draft).Campaign.Id);
        await unit.Services.GetRequiredService<DryRunCampaign>().RunAsync(unit.Unit, campaign.Id, CancellationToken.None);
        Assert.IsType<CampaignOutcome.Done>(await unit.Services.GetRequiredService<SteerCampaign>().ApproveAsync(unit.Unit, campaign.Id, "bertil", CancellationToken.None));
        var approved = await campaign.FindAsync();
        await campaign.Shards.AddAsync(approved, [AUnitWithChunks.Shard], CancellationToken.None);
        Assert.True(await campaign.Campaigns.UpdateAsync(approved with { State = CampaignState.Running }, CancellationToken.None));
        return campaign;
    }

    public async Task<Campaign> FindAsync() => (await Campaigns.FindAsync(_unit.Unit, Id, CancellationToken.None))!;

    /// <summary>What ExpandCampaign does with the shard's message.</summary>
    public Task ExpandAsync() =>
        _unit.Services.GetRequiredService<ExpandCampaign>().RunAsync(new CampaignReference(_unit.Unit.Value, Id, AUnitWithChunks.Shard), CancellationToken.None);

    /// <summary>As if its sender had died before it wrote down how far it had come.</summary>
    public async Task ForgetProgressAsync()
    {
        var campaign = await FindAsync();
        var shard = Assert.Single(await Shards.ReadAsync(campaign, CancellationToken.None));
        Assert.NotNull(await Shards.WriteAsync(campaign, shard with { Cursor = "", IsDone = false, Invited = 0 }, CancellationToken.None));
    }

    public async Task<IReadOnlyList<ChunkReference>> OpenChunksAsync() =>
    [
        .. (await _unit.Services.GetRequiredService<ChunkTable>().OpenAsync(Keys.CampaignBatch(await FindAsync(), ""), CancellationToken.None))
            .Select(open => new ChunkReference(open.Chunk.Batch, open.Chunk.Id)),
    ];

    /// <summary>What DispatchChunk does with the messages of all its chunks.</summary>
    public async Task DispatchAsync()
    {
        foreach (var chunk in await OpenChunksAsync())
        {
            await _unit.DispatchAsync(chunk);
        }
    }

    /// <summary>A family says that it wants to hear nothing more.</summary>
    public async Task OptOutAsync(PersonId person)
    {
        var recipient = (await _unit.Services.GetRequiredService<PeopleTable>().ReadAsync(_unit.Unit, AUnitWithChunks.Shard, person, CancellationToken.None))!;
        var silent = new HouseholdWrite(recipient.Person with { Silences = Silences.OptedOut }, recipient.Version, recipient.Children, []);
        Assert.Empty(await _unit.Services.GetRequiredService<PeopleWriter>().WriteAsync(_unit.Unit, AUnitWithChunks.Shard, [silent], CancellationToken.None));
    }

    private static async Task DefineAsync(AUnitWithChunks unit)
    {
        await unit.Services.GetRequiredService<DefinitionTable>().PutAsync(
            DefinitionTable.Programmes,
            Programme,
            """
            {
              "id": "bokord", "name": "Ett ord om böcker", "discretion": "D1", "occasion": { "kind": "none" },
              "audience": { "who": "household", "childMonths": { "from": 0, "below": 216 } }, "answers": [],
              "steps": [
                { "id": "word", "anchor": "planned", "offset": { "days": 0 }, "ladder": [{ "channel": "sms" }], "validFor": { "days": 2 }, "condition": "always" }
              ]
            }
            """,
            CancellationToken.None);
        var text = new StoredText(Programme, "word", Channel.Sms, "sv", "1", "Nu finns sommarens boktips på biblioteket.", Shipped: true);
        await unit.Services.GetRequiredService<TemplateTable>().SeedAsync(text, CancellationToken.None);
    }
}
