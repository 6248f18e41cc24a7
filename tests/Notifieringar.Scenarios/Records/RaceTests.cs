using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Scenarios.Records;

/// <summary>Two that work on the same thing at once, on the real emulator.</summary>
public sealed class RaceTests(Emulator emulator)
{
    [Fact]
    public async Task AChunkClosedWhileASweepQueuesItAgain_StaysClosed()
    {
        var tables = new Tables(new TableServiceClient(emulator.ConnectionString));
        var chunks = new ChunkTable(tables, TimeProvider.System, LeaseOptions.Default);
        var leases = new ChunkLeases(tables, TimeProvider.System, LeaseOptions.Default);
        var batch = $"due~{Guid.NewGuid():N}";
        var chunk = new Chunk(batch, new UnitId("provby"), "0", new PersonId("a"), new PersonId("b"), "sprakstart-6", "reminder", "2025020308~provby~0", 1);
        var reference = await chunks.AddAsync(chunk, CancellationToken.None);
        var lease = await leases.LeaseAsync(reference!, CancellationToken.None);
        await leases.CloseAsync(lease.Lease!, receiptsBy: null, CancellationToken.None);

        Assert.Null(await chunks.RequeuedAsync(chunk, Duration.Zero, CancellationToken.None));

        Assert.Empty(await chunks.OpenAsync(batch, CancellationToken.None));
    }

    [Fact]
    public async Task AChunkForgottenAndCutAgain_IsLeasedUnderAnotherName_SoThatNoEarlierClaimIsTakenForItsOwn()
    {
        var tables = new Tables(new TableServiceClient(emulator.ConnectionString));
        var chunks = new ChunkTable(tables, TimeProvider.System, LeaseOptions.Default);
        var leases = new ChunkLeases(tables, TimeProvider.System, LeaseOptions.Default);
        var chunk = new Chunk(
            $"due~{Guid.NewGuid():N}", new UnitId("provby"), "0", new PersonId("a"), new PersonId("b"), "sprakstart-6", "reminder", "2025020308~provby~0", 1);
        var reference = await chunks.AddAsync(chunk, CancellationToken.None);
        var first = await leases.LeaseAsync(reference!, CancellationToken.None);

        await chunks.RemoveAsync(reference!, version: null, CancellationToken.None); // its message failed for good
        await chunks.AddAsync(chunk, CancellationToken.None);
        var second = await leases.LeaseAsync(reference!, CancellationToken.None);

        Assert.NotEqual(first.Lease!.Name, second.Lease!.Name);
    }

    [Fact]
    public async Task ANoticeMadeDueAgain_WhileItsSenderSettlesIt_StaysDue()
    {
        var due = new DueNotices(new Tables(new TableServiceClient(emulator.ConnectionString)));
        var unit = new UnitId($"u{Guid.NewGuid():N}");
        DueNotice Notice(string person) =>
            new(unit, "0", Instant.FromUtc(2025, 2, 3, 8, 0), new PersonId(person), new OccasionId("0a"), "sprakstart-6", "reminder");
        await due.PutAsync([Notice("a"), Notice("b")], CancellationToken.None);
        var read = await due.RangeAsync(Notice("a").Partition, new PersonId("a"), new PersonId("b"), CancellationToken.None).ToListAsync();

        await due.PutAsync([Notice("b")], CancellationToken.None); // a receipt says that it bounced
        await due.RemoveAsync(read, CancellationToken.None);

        var left = await due.RangeAsync(Notice("a").Partition, new PersonId("a"), new PersonId("b"), CancellationToken.None).ToListAsync();
        Assert.Equal("b", Assert.Single(left).Person.Value);
    }

    [Fact]
    public async Task AHeldSlotTakenByTwoForTheSameVisit_IsTakenByBoth()
    {
        var slots = new SlotTable(new Tables(new TableServiceClient(emulator.ConnectionString)), TimeProvider.System);
        var (unit, visit) = (new UnitId($"u{Guid.NewGuid():N}"), new OccasionId("b1b2b3"));
        for (var day = 1; day <= 28; day++)
        {
            var starts = new LocalDateTime(2025, 2, day, 9, 30);
            Assert.True(await slots.HoldAsync(unit, starts, "Par 1", visit, Duration.FromMinutes(10), CancellationToken.None));

            // Two processes that carry out the same move.
            var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => slots.TakeAsync(unit, starts, "Par 1", visit, CancellationToken.None)));

            Assert.DoesNotContain(false, taken);
        }
    }

    [Fact]
    public async Task AnOpenChunkWhoseMessageIsLost_IsFound_AlsoWhenNothingIsDueInItAnyMore()
    {
        var tables = new Tables(new TableServiceClient(emulator.ConnectionString));
        var batch = $"due~{Guid.NewGuid():N}";
        var chunk = new Chunk(batch, new UnitId("provby"), "0", new PersonId("a"), new PersonId("b"), "sprakstart-6", "reminder", "2025020308~provby~0", 1);
        await new ChunkTable(tables, TimeProvider.System, LeaseOptions.Default).AddAsync(chunk, CancellationToken.None);
        var leases = new LeaseOptions(Duration.FromMilliseconds(1));
        await Task.Delay(10);

        Assert.Contains(await new ChunkTable(tables, TimeProvider.System, leases).LostAsync(CancellationToken.None).ToListAsync(), lost => lost.Batch == batch);
        Assert.DoesNotContain(
            await new ChunkTable(tables, TimeProvider.System, LeaseOptions.Default).LostAsync(CancellationToken.None).ToListAsync(), lost => lost.Batch == batch);
    }

    [Fact]
    public async Task APartBegunByTwo_KeepsTheLettersOfTheFirst()
    {
        var runs = new LetterRuns(new Tables(new TableServiceClient(emulator.ConnectionString)), new BlobServiceClient(emulator.ConnectionString));
        var part = new LetterRunPart(new UnitId($"u{Guid.NewGuid():N}"), new LocalDate(2025, 2, 3), 1, Printed: false);
        Assert.True(await runs.BeginAsync(part, [new RunLetter("0", "a", "first")], CancellationToken.None));

        Assert.False(await runs.BeginAsync(part, [new RunLetter("0", "b", "second")], CancellationToken.None));

        Assert.Equal("first", Assert.Single(await runs.LettersAsync(part, CancellationToken.None)).Notice);
    }
    [Fact]
    public async Task APartPrintedByTwo_HasThePagesOfThePdfThatIsKept()
    {
        var blobs = new BlobServiceClient(emulator.ConnectionString);
        var printed = new PrintedParts(blobs);
        var part = new LetterRunPart(new UnitId($"u{Guid.NewGuid():N}"), new LocalDate(2025, 2, 3), 1, Printed: false);
        PrintedLetter[] pages = [new("a", "silenced since", 1, 2), new("b", "still meant", 3, 2)];
        await printed.SaveAsync(part, "%PDF both"u8.ToArray(), [.. pages], CancellationToken.None);

        var kept = await printed.SaveAsync(part, "%PDF one of them"u8.ToArray(), [pages[1] with { FirstPage = 1 }], CancellationToken.None);

        Assert.Equal(pages, kept);
        Assert.Equal(pages, await printed.PagesAsync(part, CancellationToken.None));
        Assert.Equal("%PDF both", (await printed.PdfAsync(part, CancellationToken.None))!.ToString());
        var files = await blobs.GetBlobContainerClient("letters").GetBlobsAsync(BlobTraits.None, BlobStates.None, part.Unit.Value, CancellationToken.None).ToListAsync();
        Assert.Single(files, file => file.Name.EndsWith(".pdf", StringComparison.Ordinal));
    }
}
