using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Dispatching;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>Who presses stop is heard in the middle of a chunk: what has not been claimed then waits, and leaves once.</summary>
public sealed class StoppedChunkTests(Emulator emulator)
{
    private const int People = 300;

    [Fact]
    public async Task AStopWhileTheFirstHundredIsSent_KeepsTheRestOfTheChunk_UntilItGoesOn()
    {
        await using var chunks = await AUnitWithChunks.OpenAsync(emulator.ConnectionString, new RequestCounter());
        var stop = chunks.Services.GetRequiredService<StopSending>();
        chunks.WhenAccepted = number => number == 1 ? stop.StopAsync(chunks.Unit, "Fel text.", CancellationToken.None) : Task.CompletedTask;
        var reference = await chunks.CutAsync("a", People);

        await chunks.DispatchAsync(reference);

        Assert.Equal(SendingOptions.SmsPerClaim, chunks.Accepted);
        var people = await chunks.PeopleAsync();
        Assert.Equal(SendingOptions.SmsPerClaim, people.Count(person => person.Notices is [{ State: NoticeState.Accepted }]));
        Assert.Equal(People - SendingOptions.SmsPerClaim, people.Count(person => person.Notices is []));

        await stop.ResumeAsync(chunks.Unit, CancellationToken.None);
        await chunks.DispatchAsync(reference);

        Assert.Equal(People, chunks.Accepted);
        Assert.All(await chunks.PeopleAsync(), person => Assert.Equal(NoticeState.Accepted, Assert.Single(person.Notices).State));
    }
}
