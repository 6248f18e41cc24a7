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
}
