using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.Delivery.Letters;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Letters;

/// <summary>A run with more letters than one part has: its parts are worked on side by side.</summary>
public sealed class TwoPartsTests
{
    private const int Families = LetterPrinter.MaxLettersInPart + 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task ADeathWhileTwoPartsArePrinted_LosesNoLetter_AndPrintsNoneTwice()
    {
        await using var library = await ALibrary.OpensAsync(Morning, pairs: Families);
        await library.ImportAsync([.. Enumerable.Range(0, Families).Select(_ => new AFamily())]);
        await library.GoToAsync(Morning.Date.At(new LocalTime(10, 0)));
        var restarts = library.Machine.FunctionsProcess.Restarts;

        library.Machine.SetClock(Stockholm.MomentOf(Morning.Date.At(new LocalTime(14, 1))));
        await library.FireAsync("CloseLetterRuns");
        await BegunAsync(library, parts: 2);
        library.Machine.FunctionsProcess.Kill();
        await library.Machine.FunctionsProcess.WaitForRestartAsync(restarts, CancellationToken.None);
        await library.DrainAsync();

        var piles = await library.PilesAsync();
        Assert.Equal([1, 2], piles.Select(pile => pile.Part.Part).Order());
        Assert.All(piles, pile => Assert.True(pile.Part.Printed));
        var printed = piles.SelectMany(pile => pile.Pages).ToList();
        Assert.Equal(Families, printed.Count);
        Assert.Equal(Families, printed.Select(letter => letter.Person).Distinct().Count());
        Assert.All(await library.PeopleAsync(), person => Assert.Equal(NoticeState.Printed, Assert.Single(person.Notices).State));
    }

    private static async Task BegunAsync(ALibrary library, int parts)
    {
        var runs = new LetterRuns(new Tables(new TableServiceClient(library.Machine.ConnectionString)), new BlobServiceClient(library.Machine.ConnectionString));
        using var limit = new CancellationTokenSource(Patience);
        while ((await runs.PartsAsync(ALibrary.Unit, null, limit.Token)).Count < parts)
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
