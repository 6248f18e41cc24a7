using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Scenarios.Erasing;

/// <summary>Two workers on one erasure.</summary>
public sealed class ErasureJournalTests(Emulator emulator)
{
    private static readonly Instant Now = Instant.FromUtc(2025, 2, 3, 8, 0);

    [Fact]
    public async Task AWorkerThatIsOvertaken_BringsNothingBackThatIsForgotten()
    {
        var journal = new ErasureJournal(new Tables(new TableServiceClient(emulator.ConnectionString)));
        var unit = new UnitId($"u{Guid.NewGuid():N}");
        var person = new PersonId(new string('a', 32));
        await journal.OrderAsync(new Erasure(unit, "e1", person, "personal-1", Now, [], []), CancellationToken.None);
        var reference = new ErasureReference(unit.Value, "e1");
        var (slow, fast) = (await journal.OpenAsync(reference, CancellationToken.None), await journal.OpenAsync(reference, CancellationToken.None));

        await journal.FinishAsync(fast!, Now, CancellationToken.None);

        Assert.Null(await journal.NoteAsync(slow!, stopped: null, CancellationToken.None));
        Assert.Null(await journal.OpenAsync(reference, CancellationToken.None));
        Assert.NotNull((await journal.FindAsync(reference, CancellationToken.None))!.DoneAt);
        Assert.DoesNotContain(await journal.InProgressAsync(Now, CancellationToken.None), open => open.Unit == unit.Value);

        // The same household may be back, and ask again.
        await journal.OrderAsync(new Erasure(unit, "e1", person, "personal-1", Now, [], []), CancellationToken.None);
        Assert.Equal(person, (await journal.OpenAsync(reference, CancellationToken.None))!.Person);
        Assert.Contains(await journal.InProgressAsync(Now, CancellationToken.None), open => open == reference);
    }

    [Fact]
    public async Task AFamilyThatAsksForWhatGoesByItsAge_MayNotComeBack()
    {
        var journal = new ErasureJournal(new Tables(new TableServiceClient(emulator.ConnectionString)));
        var unit = new UnitId($"u{Guid.NewGuid():N}");
        var aged = new Erasure(unit, "e1", new PersonId(new string('a', 32)), "gallring", Now, [], [], MayReturn: true);
        await journal.OrderAsync(aged, CancellationToken.None);
        var begun = (await journal.OpenAsync(aged.Reference, CancellationToken.None))!;
        Assert.True(begun.MayReturn);

        await journal.OrderAsync(aged with { By = "personal-1", MayReturn = false }, CancellationToken.None);

        await journal.FinishAsync(begun, Now, CancellationToken.None); // a worker that has not seen it does not finish it
        var asked = (await journal.OpenAsync(aged.Reference, CancellationToken.None))!;
        Assert.Equal((false, "personal-1"), (asked.MayReturn, asked.By));
        await journal.OrderAsync(aged, CancellationToken.None);
        Assert.False((await journal.OpenAsync(aged.Reference, CancellationToken.None))!.MayReturn);
        await journal.FinishAsync(asked, Now, CancellationToken.None);
        Assert.Null(await journal.OpenAsync(aged.Reference, CancellationToken.None));
    }
}
