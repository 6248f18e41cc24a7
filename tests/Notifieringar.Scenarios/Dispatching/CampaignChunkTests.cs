using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Letters;
using NodaTime;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>Chunks that a campaign cuts from its people: nothing else leads to them, so nothing may be lost with the chunk.</summary>
public sealed class CampaignChunkTests(Emulator emulator)
{
    private const int People = 900;
    private const double MostOperations = 0.1;

    [Fact]
    public async Task AWordByCampaign_CostsAtMostATenthOfAStorageOperationForEach()
    {
        var counter = new RequestCounter();
        await using var unit = await AUnitWithChunks.OpenAsync(emulator.ConnectionString, counter);
        await unit.AddPeopleAsync("0", People);
        var campaign = await AWordToMany.BegunAsync(unit);
        await unit.Services.GetRequiredService<StopSwitch>().IsStoppedAsync(unit.Unit, CancellationToken.None); // read every twenty seconds, whatever is sent

        counter.Requests.Clear();
        await campaign.ExpandAsync();
        var cutting = counter.Requests.Count;
        var chunks = await campaign.OpenChunksAsync();
        counter.Requests.Clear();
        foreach (var chunk in chunks)
        {
            await unit.DispatchAsync(chunk);
        }

        var operations = cutting + counter.Requests.Count;
        Assert.True(operations <= People * MostOperations, $"{operations} operations, {cutting} to cut the chunks:\n{counter.Kinds}");
        Assert.Equal(People, unit.Accepted);
        Assert.All(await unit.PeopleAsync(), IsTold);
    }

    [Fact]
    public async Task T20_AnOptOutWhileTheFirstAreTold_IsKept_AndEverybodyElseIsToldOnce()
    {
        await using var unit = await AUnitWithChunks.OpenAsync(emulator.ConnectionString, new RequestCounter());
        var people = await unit.AddPeopleAsync("0", 150);
        var campaign = await AWordToMany.BegunAsync(unit);
        await campaign.OptOutAsync(people[3]);
        await campaign.ExpandAsync();
        await campaign.OptOutAsync(people[4]); // stands in the chunk's range, and is not read as before
        unit.WhenAccepted = number => number == 1 ? campaign.OptOutAsync(people[120]) : Task.CompletedTask; // has been read, and is claimed last

        await campaign.DispatchAsync();

        Assert.Equal(147, unit.Accepted);
        var silent = new HashSet<PersonId> { people[3], people[4], people[120] };
        Assert.All(await unit.PeopleAsync(), person =>
        {
            if (silent.Contains(person.Person.Id))
            {
                Assert.Equal((0, 0), (person.Invitations.Length, person.Notices.Length)); // who was never invited is told nothing, and nothing is noted
            }
            else
            {
                IsTold(person);
            }
        });
        Assert.Empty(await campaign.OpenChunksAsync());
    }

    [Fact]
    public async Task CutTwice_AfterACrash_WithOnePersonMore_EverybodyIsToldOnce()
    {
        await using var unit = await AUnitWithChunks.OpenAsync(emulator.ConnectionString, new RequestCounter());
        await unit.AddPeopleAsync("00", 3);
        var campaign = await AWordToMany.BegunAsync(unit);
        await campaign.ExpandAsync();
        await campaign.ForgetProgressAsync();
        await unit.AddPeopleAsync("01", 1);

        await campaign.ExpandAsync();
        await campaign.DispatchAsync();

        Assert.Equal(4, unit.Accepted);
        Assert.All(await unit.PeopleAsync(), IsTold);
    }

    [Fact]
    public async Task T117_PausedBetweenCuttingAndSending_ItWaits_AndGoesOnWhenItIsResumed()
    {
        await using var unit = await UnitOfAsync(3);
        var campaign = await AWordToMany.BegunAsync(unit);
        var steer = unit.Services.GetRequiredService<SteerCampaign>();
        await campaign.ExpandAsync();
        await steer.PauseAsync(unit.Unit, campaign.Id, CancellationToken.None);

        await campaign.DispatchAsync();
        Assert.Equal(0, unit.Accepted);
        Assert.All(await unit.PeopleAsync(), person => Assert.Empty(person.Invitations));

        await steer.ResumeAsync(unit.Unit, campaign.Id, CancellationToken.None);
        await campaign.DispatchAsync();
        Assert.Equal(3, unit.Accepted);
        Assert.All(await unit.PeopleAsync(), IsTold);
    }

    [Fact]
    public async Task CalledOffBetweenCuttingAndSending_NobodyIsTold_AndTheLedgerSaysWhy()
    {
        await using var unit = await UnitOfAsync(3);
        var campaign = await AWordToMany.BegunAsync(unit);
        await campaign.ExpandAsync();
        await unit.Services.GetRequiredService<SteerCampaign>().CancelAsync(unit.Unit, campaign.Id, CancellationToken.None);

        await campaign.DispatchAsync();

        Assert.Equal(0, unit.Accepted);
        Assert.All(await unit.PeopleAsync(), person => Assert.Equal(SkipReason.CampaignCancelled, Assert.Single(person.Notices).SkipReason));
        Assert.Empty(await campaign.OpenChunksAsync());
    }

    [Fact]
    public async Task ReachedAtNight_EverybodyIsInvited_AndDueInTheMorning()
    {
        await using var unit = await UnitOfAsync(120);
        var campaign = await AWordToMany.BegunAsync(unit);
        await campaign.ExpandAsync();
        unit.Clock.AdvanceHours(13);

        await campaign.DispatchAsync();

        Assert.Equal(0, unit.Accepted);
        Assert.Empty(await campaign.OpenChunksAsync());
        Assert.All(await unit.PeopleAsync(), person => Assert.Equal((1, 0), (person.Invitations.Length, person.Notices.Length)));
        var morning = await unit.Services.GetRequiredService<DueNotices>().BelowAsync(unit.Clock.GetCurrentInstant() + Duration.FromHours(12), CancellationToken.None)
            .Where(due => due.Unit == unit.Unit).ToListAsync();
        Assert.Equal(120, morning.Select(due => due.Person).Distinct().Count());
        Assert.All(morning, due => Assert.True(due.DueAt > unit.Clock.GetCurrentInstant()));
    }

    [Fact]
    public async Task WhileAChunkIsOpen_ItIsLate_AndItsCampaignIsNotDone()
    {
        await using var unit = await UnitOfAsync(3);
        var campaign = await AWordToMany.BegunAsync(unit);
        var (chunks, check) = (unit.Services.GetRequiredService<ChunkTable>(), unit.Services.GetRequiredService<CampaignCheck>());
        await campaign.ExpandAsync();
        var later = unit.Clock.GetCurrentInstant() + Duration.FromMinutes(1);

        Assert.Null(await check.RunAsync(await campaign.FindAsync(), CancellationToken.None));
        Assert.Equal(3, await chunks.CountLateAsync(unit.Unit, later, CancellationToken.None));
        Assert.Equal(0, await chunks.CountLateAsync(unit.Unit, unit.Clock.GetCurrentInstant(), CancellationToken.None));

        await campaign.DispatchAsync();
        Assert.Equal(3, (await check.RunAsync(await campaign.FindAsync(), CancellationToken.None))?.Invited);
        Assert.Equal(0, await chunks.CountLateAsync(unit.Unit, later, CancellationToken.None));
    }

    [Fact]
    public async Task AChunkWhoseMessageIsLost_IsQueuedAgain_WhenWhatShouldBeIsComparedWithWhatIs()
    {
        await using var unit = await UnitOfAsync(3);
        var campaign = await AWordToMany.BegunAsync(unit);
        var (chunks, check) = (unit.Services.GetRequiredService<ChunkTable>(), unit.Services.GetRequiredService<CampaignCheck>());
        await campaign.ExpandAsync();
        var found = await campaign.FindAsync();
        var (chunk, isLost) = Assert.Single(await chunks.OpenAsync(Keys.CampaignBatch(found, ""), CancellationToken.None));
        Assert.False(isLost);
        await chunks.RequeuedAsync(chunk, -Duration.FromMinutes(10), CancellationToken.None); // and nobody has come for it since
        Assert.True(Assert.Single(await chunks.OpenAsync(chunk.Batch, CancellationToken.None)).LooksLost);

        Assert.Null(await check.RunAsync(found, CancellationToken.None));

        Assert.False(Assert.Single(await chunks.OpenAsync(chunk.Batch, CancellationToken.None)).LooksLost);
    }

    [Fact]
    public async Task ALetterThatWaitsToBeClaimed_StaysInWorkWhileItsChunkIsOpen()
    {
        await using var unit = await UnitOfAsync(3);
        var campaign = await AWordToMany.BegunAsync(unit);
        await campaign.ExpandAsync();
        var (found, settling, letters) = (
            await campaign.FindAsync(), unit.Services.GetRequiredService<LetterSettling>(), unit.Services.GetRequiredService<WaitingLetters>());
        var recipient = (await unit.PeopleAsync())[1];
        var key = new NoticeKey(found.Programme, found.Occasion.Value, 0, found.Step, Channel.Letter);
        var waiting = new WaitingLetter(unit.Unit, AUnitWithChunks.Shard, new LocalDate(2025, 3, 3), unit.Clock.GetCurrentInstant(), recipient.Person.Id, key);
        await letters.PutAsync([waiting], CancellationToken.None);
        var (_, step) = await unit.Services.GetRequiredService<DefinitionCache>().StepAsync(found.Programme, found.Step, CancellationToken.None);
        var letter = CheckedLetter.Of(waiting, recipient, step, found);
        var rules = await unit.Services.GetRequiredService<DefinitionCache>().UnitAsync(unit.Unit, CancellationToken.None);

        await settling.DropUnclaimedAsync(rules, letter, CancellationToken.None);
        Assert.Single(await letters.OfAsync(unit.Unit, recipient.Person.Id, CancellationToken.None));

        await campaign.DispatchAsync();
        await settling.DropUnclaimedAsync(rules, letter, CancellationToken.None);
        Assert.Empty(await letters.OfAsync(unit.Unit, recipient.Person.Id, CancellationToken.None));
    }

    [Fact]
    public async Task AMessageThatFailedForGood_LeavesTheChunk_WhichIsTriedAgain()
    {
        await using var unit = await UnitOfAsync(3);
        var campaign = await AWordToMany.BegunAsync(unit);
        await campaign.ExpandAsync();
        var chunk = Assert.Single(await campaign.OpenChunksAsync());

        await unit.Services.GetRequiredService<NotePoisonMessage>().RunAsync(
            Queues.Chunks, $$"""{"batch":"{{chunk.Batch}}","chunk":"{{chunk.Chunk}}"}""", CancellationToken.None);

        Assert.Equal(Queues.Chunks, Assert.Single(await unit.Services.GetRequiredService<ProblemTable>().ReadAsync(unit.Unit, CancellationToken.None)).Kind);
        Assert.Equal(chunk, Assert.Single(await campaign.OpenChunksAsync()));
        await campaign.DispatchAsync();
        Assert.All(await unit.PeopleAsync(), IsTold);
    }

    private async Task<AUnitWithChunks> UnitOfAsync(int people)
    {
        var unit = await AUnitWithChunks.OpenAsync(emulator.ConnectionString, new RequestCounter());
        await unit.AddPeopleAsync("0", people);
        return unit;
    }

    private static void IsTold(Recipient person)
    {
        Assert.Equal(NoticeState.Accepted, Assert.Single(person.Notices).State);
        Assert.Single(person.Invitations);
    }
}
