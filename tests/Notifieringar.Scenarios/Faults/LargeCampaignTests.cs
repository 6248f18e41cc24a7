using System.Globalization;
using Notifieringar.Model;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Many households at once, and a provider that refuses, stalls and lies.</summary>
[Collection(nameof(Alone))]
public sealed class LargeCampaignTests
{
    private const int Notices = 20_000;

    [Fact]
    public async Task TwentyThousandSms_WithFiveKillsAndAnUnreliableProvider_LosesNoneAndRepeatsNone()
    {
        var options = new FaultOptions(Seed: 20_000)
        {
            Notices = Notices,
            Shares = (Sms: 100, Email: 0),
            Kills = 5,
            Silenced = 0,
            StorageFails = false,
            ProviderShare = 0.02,
        };

        var report = await FaultRun.RunAsync(options, TestContext.Current.CancellationToken);

        TestContext.Current.SendDiagnosticMessage(report.ToString());
        Assert.True(report.Broken.Count == 0, report.ToString());
        Assert.Equal(options.Kills, report.Counts.Kills);
        Assert.Equal(Notices, report.States.Where(pair => pair.Key.Channel == Channel.Sms).Sum(pair => pair.Value));
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture, $"{(double)report.Counts.StorageCalls / Notices:0.000} storage calls a notice, receipts, letters and tries again included."));
    }
}
