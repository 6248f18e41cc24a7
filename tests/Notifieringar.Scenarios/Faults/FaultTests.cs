namespace Notifieringar.Scenarios.Faults;

/// <summary>Promises 1 to 3 while everything breaks. <c>dotnet run --project tests/Notifieringar.Scenarios -- faults --seeds 50</c> runs more seeds.</summary>
[Collection(nameof(Alone))]
public sealed class FaultTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task CampaignsAnswersAndVisitsOnThreeChannels_WhileEverythingBreaks_TellEveryoneOnce(int seed)
    {
        var report = await FaultRun.RunAsync(FaultOptions.Storm(seed), TestContext.Current.CancellationToken);

        TestContext.Current.SendDiagnosticMessage(report.ToString());
        Assert.True(report.Broken.Count == 0, report.ToString());
    }
}
