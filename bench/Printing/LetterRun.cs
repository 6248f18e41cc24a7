using Azure.Storage.Blobs;
using NodaTime;
using Notifieringar.Bench.Campaigning;
using Notifieringar.Bench.Machines;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Work;

namespace Notifieringar.Bench.Printing;

/// <summary>A run of letters that a campaign has left to wait.</summary>
/// <param name="Took">From its closing until nothing waits.</param>
/// <param name="PeakMegabytes">The most memory the function process held, and what it held before.</param>
internal sealed record LetterRun(TimeSpan Took, (double Now, double Before) PeakMegabytes)
{
    public const string Text = """
        <h1>Sommarens boktips</h1><p>Hej!</p><p>Nu finns <strong>sommarens boktips</strong> på biblioteket. Kom och låna böcker till hängmattan, stranden och tältet,
        och fråga oss gärna om fler. Till den som inte har något lånekort gör vi ett på en minut.</p>
        <ul><li>Högläsning för de minsta varje tisdag.</li><li>Ljudböcker till resan.</li></ul><p>Varma hälsningar<br>Biblioteket</p>
        """;

    private static readonly LocalDateTime Closes = new(2025, 2, 4, 14, 0);

    /// <exception cref="BenchFailedException">A letter was not printed.</exception>
    public static async Task<LetterRun> OfAsync(int letters, CancellationToken cancellation)
    {
        await using var machine = await BenchMachine.StartAsync(counts: false, cancellation);
        var campaign = await PreparedCampaign.OfAsync(machine, CampaignKind.Letter(Text), letters, cancellation);
        await campaign.SendAsync(cancellation);
        if (await new WaitingLetters(machine.Tables).CountAsync(BenchMachine.Unit, Stockholm.MomentOf(Closes), cancellation) is var waiting && waiting != letters)
        {
            throw new BenchFailedException($"{waiting} letters of {letters} wait for the run.");
        }

        var before = machine.Process.PeakMegabytes;
        machine.Machine.SetClock(Stockholm.MomentOf(Closes.PlusMinutes(1)));
        var started = TimeProvider.System.GetTimestamp();
        await machine.FireAsync("CloseLetterRuns", cancellation);
        await machine.DrainAsync(cancellation);
        var took = TimeProvider.System.GetElapsedTime(started);
        var printed = await PrintedAsync(machine, cancellation);
        return printed == letters
            ? new LetterRun(took, (machine.Process.PeakMegabytes, before))
            : throw new BenchFailedException($"{printed} letters of {letters} were printed.");
    }

    private static async Task<int> PrintedAsync(BenchMachine machine, CancellationToken cancellation)
    {
        var blobs = new BlobServiceClient(machine.Machine.ConnectionString);
        var kept = new PrintedParts(blobs);
        var printed = 0;
        foreach (var part in await new LetterRuns(machine.Tables, blobs).PartsAsync(BenchMachine.Unit, null, cancellation))
        {
            printed += await kept.PagesAsync(part, cancellation) is { IsDefault: false } pages ? pages.Length : 0;
        }

        return printed;
    }
}
