using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Dispatching;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>Storage round trips are the unit of cost (design, section 3), counted at the client's pipeline against the real emulator.</summary>
public sealed class ChunkCostTests(Emulator emulator)
{
    private const int People = 300;
    private const int MostOperations = 20;

    [Fact]
    public async Task AFullSmsChunkOf300_CostsAtMostTwentyStorageOperations()
    {
        var counter = new RequestCounter();
        await using var chunks = await AUnitWithChunks.OpenAsync(emulator.ConnectionString, counter);
        Assert.Equal(People, chunks.Services.GetRequiredService<SendingOptions>().PeoplePerChunk);
        await chunks.DispatchAsync(await chunks.CutAsync("a", 1)); // the first chunk reads definitions and creates tables

        var reference = await chunks.CutAsync("b", People);
        await chunks.Services.GetRequiredService<StopSwitch>().IsStoppedAsync(chunks.Unit, CancellationToken.None); // read every twenty seconds, whatever is sent
        counter.Requests.Clear();
        await chunks.DispatchAsync(reference);

        Assert.True(counter.Requests.Count <= MostOperations, $"{counter.Requests.Count} operations:\n{counter.Kinds}");
        Assert.Equal(People + 1, chunks.Accepted);
        Assert.All(await chunks.PeopleAsync(), person => Assert.Equal(NoticeState.Accepted, Assert.Single(person.Notices).State));
    }
}
