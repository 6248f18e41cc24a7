using Azure.Data.Tables;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Texts;
using Notifieringar.Scenarios.Faults;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>Promise 5: what is being sent is pinned to the versions of its texts.</summary>
public sealed class PinnedTextTests
{
    private const int Notices = 120;
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task T111_ATextEditedWhileACampaignIsSending_IsForTheNextCampaign()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var library = await ALibrary.OpensAsync(FaultCampaign.DueAt);
        var machine = library.Machine;
        var tables = new Tables(new TableServiceClient(machine.ConnectionString));
        await new FaultCampaign(new FaultOptions(Seed: 111) { Notices = Notices, Shares = (Sms: 100, Email: 0) }, tables).SeedAsync(cancellation);
        machine.Sandbox.Faults.SetMix(SandboxChannel.Sms, new FaultMix { Down = Outage.Refusing });
        await library.FireAsync("SendDueNotices");
        await machine.Triggers.DrainAsync(AWhile, AWhile, cancellation);

        foreach (var language in new[] { "sv", "en", "ar" })
        {
            var edited = new StoredText(FaultCampaign.Programme, FaultCampaign.Step, Channel.Sms, language, "edited", "Ny text", Shipped: true);
            Assert.True(await new TemplateTable(tables).SeedAsync(edited, cancellation));
        }

        // Nothing of the old text is left in memory: only the pins know it.
        machine.FunctionsProcess.Kill();
        machine.Sandbox.Faults.SetMix(SandboxChannel.Sms, FaultMix.Calm);
        await library.DrainAsync();
        Assert.NotEmpty(library.Sms);
        Assert.All(library.Sms, sms => Assert.NotEqual("Ny text", sms.Text));

        var before = library.Sms.Count;
        await new FaultCampaign(new FaultOptions(Seed: 112) { Notices = 10, Shares = (Sms: 100, Email: 0) }, tables).SeedAsync(cancellation);
        await library.FireAsync("SendDueNotices");
        await library.DrainAsync();
        Assert.NotEmpty(library.Sms.Skip(before));
        Assert.All(library.Sms.Skip(before), sms => Assert.Equal("Ny text", sms.Text));
    }
}
