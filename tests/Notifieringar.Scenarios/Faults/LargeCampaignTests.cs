using Notifieringar.Model;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Many SMS at once, and a provider that refuses, stalls and lies. The same with 20,000, which the emulator takes ten minutes for:
/// <c>dotnet run --project tests/Notifieringar.Scenarios -- faults --sms 20000</c>.</summary>
[Collection(nameof(Alone))]
public sealed class LargeCampaignTests
{
    private const int Notices = 4_000;

    [Fact]
    public async Task ThousandsOfSms_WithFiveKillsAndAnUnreliableProvider_LoseNoneAndRepeatNone()
    {
        var options = FaultOptions.ManySms(Notices);

        var report = await FaultRun.RunAsync(options, TestContext.Current.CancellationToken);

        Assert.True(report.Broken.Count == 0, report.ToString());
        Assert.Equal(options.Kills, report.Counts.Kills);
        Assert.Equal(Notices, report.States.Where(pair => pair.Key.Channel == Channel.Sms).Sum(pair => pair.Value));
    }
}
