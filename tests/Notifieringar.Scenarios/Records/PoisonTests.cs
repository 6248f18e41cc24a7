using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows;
using NodaTime;
using NodaTime.Testing;

namespace Notifieringar.Scenarios.Records;

/// <summary>Messages that fail for good are shown, and nobody is forgotten over them (promise 1).</summary>
public sealed class PoisonTests(Emulator emulator)
{
    private static readonly Instant Now = Instant.FromUtc(2025, 2, 3, 8, 30);

    [Fact]
    public async Task AChunkThatFailedForGood_GivesItsNoticesBackToWork_LaterEachTime_AndStandsUnderProblemsOnce()
    {
        var tables = new Tables(new TableServiceClient(emulator.ConnectionString));
        var (due, chunks, problems) = (new DueNotices(tables), new ChunkTable(tables, TimeProvider.System, LeaseOptions.Default), new ProblemTable(tables));
        var unit = new UnitId($"u{Guid.NewGuid():N}");
        var notice = new DueNotice(unit, "0", Now - Duration.FromMinutes(20), new PersonId("a"), new OccasionId("0a"), "sprakstart-6", "reminder");
        await due.PutAsync([notice], CancellationToken.None);
        var chunk = new Chunk($"due~{notice.Partition}~sprakstart-6~reminder", unit, "0", notice.Person, notice.Person, "sprakstart-6", "reminder", notice.Partition, 1);
        var clock = new FakeClock(Now);
        var poison = new NotePoisonMessage(problems, chunks, due, clock, NullLogger<NotePoisonMessage>.Instance);

        foreach (var (times, minutes) in new[] { (1, 10), (2, 20) })
        {
            await chunks.AddAsync(chunk, CancellationToken.None);
            await poison.RunAsync(Queues.Chunks, $$"""{"batch":"{{chunk.Batch}}","chunk":"{{chunk.Id}}"}""", CancellationToken.None);

            Assert.Null(await chunks.FindAsync(new ChunkReference(chunk.Batch, chunk.Id), CancellationToken.None));
            var problem = Assert.Single(await problems.ReadAsync(unit, CancellationToken.None));
            Assert.Equal((Queues.Chunks, times), (problem.Kind, problem.Times));
            var waiting = Assert.Single(await due.BelowAsync(Now + Duration.FromDays(1), CancellationToken.None).Where(one => one.Unit == unit).ToListAsync());
            Assert.Equal(Now + Duration.FromMinutes(minutes), waiting.DueAt);
        }
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"unit\":7}")]
    [InlineData("[]")]
    [InlineData("{\"unit\":\"-\",\"import\":\"a/b#c?\"}")]
    public async Task AnythingAtAll_IsTakenOffThePoisonQueue(string message)
    {
        var tables = new Tables(new TableServiceClient(emulator.ConnectionString));
        var problems = new ProblemTable(tables);
        var poison = new NotePoisonMessage(
            problems,
            new ChunkTable(tables, TimeProvider.System, LeaseOptions.Default),
            new DueNotices(tables),
            new FakeClock(Now),
            NullLogger<NotePoisonMessage>.Instance);

        await poison.RunAsync(Queues.Imports, message, CancellationToken.None);

        Assert.Contains(await problems.ReadAsync(new UnitId("-"), CancellationToken.None), problem => problem.Kind == Queues.Imports);
    }
}
