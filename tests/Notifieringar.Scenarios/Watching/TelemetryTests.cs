using System.Text;
using Azure.Data.Tables;
using Notifieringar.LocalHost.Processes;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Watching;

/// <summary>What the real function process tells a collector.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task ACampaign_IsTracedFromItsApprovalToEachReceipt_AndNothingOfTheFamiliesIsSent()
    {
        await using var collector = await ACollector.StartAsync();
        await using var campaign = await ATracedCampaign.SentAsync(collector.Settings);
        var notice = await campaign.NoticeOfAsync("Ottilia");
        var letter = await campaign.NoticeOfAsync("Gottfrid");
        await collector.UntilAsync("the receipt", () => collector.Spans.Any(span => span.Trace == notice && span.Name == "receipt recorded"));
        await collector.UntilAsync("the letter", () => collector.Spans.Any(span => span.Trace == letter && span.Name == "print"));
        await collector.UntilAsync("the sums", () => Sum(collector, "receipts.recorded", ("kind", "Delivered")) >= 3 && Sum(collector, "letters.printed") >= 1);
        await collector.UntilAsync("the work on receipts", () => collector.Spans.Any(span => span.Name == "RecordReceipts"));

        IsOneChain(collector.Spans, campaign.CampaignId, notice);
        AddsUp(collector, campaign.Library);
        IsAboutNobody(collector, campaign.Library);
    }

    [Fact]
    public async Task WithoutTheSetting_NothingIsTraced()
    {
        await using var campaign = await ATracedCampaign.SentAsync(new Dictionary<string, string>());

        Assert.Equal(3, campaign.Library.Sms.Count);
        Assert.Null((await CampaignAsync(campaign)).Trace);
    }

    [Fact]
    public async Task WithACollectorThatIsNotThere_EverythingIsSent()
    {
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        await using var campaign = await ATracedCampaign.SentAsync(ACollector.SettingsFor(nowhere));

        Assert.Equal(3, campaign.Library.Sms.Count);
        Assert.NotNull((await CampaignAsync(campaign)).Trace);
        Assert.Equal(0, campaign.Library.Machine.FunctionsProcess.Restarts);
    }

    private static void IsOneChain(IReadOnlyList<SeenSpan> spans, string campaign, string notice)
    {
        var approval = Assert.Single(spans, span => span.Name == "SteerCampaigns" && span.Tag("campaign.state") == "Approved");
        Assert.Equal(campaign, approval.Tag("campaign"));
        var queued = Assert.Single(spans, span => span.Name == "queue shards");
        Assert.Equal((approval.Trace, approval.Id), (queued.Trace, queued.Parent));
        var expanded = spans.Where(span => span.Name == "ExpandCampaign" && span.Trace == approval.Trace).ToList();
        Assert.Equal(4, expanded.Count);
        Assert.All(expanded, one => Assert.Equal(queued.Id, one.Parent));

        // The notice has a trace of its own, which its receipt finds by computing its id.
        var sent = Assert.Single(spans, span => span.Trace == notice && span.Name == "send");
        Assert.Equal((notice, "Accepted"), (sent.Tag("notice"), sent.Tag("result")));
        var chunk = Assert.Single(spans, span => span.Name == "DispatchChunk" && sent.IsLinkedTo(span));
        Assert.Equal(approval.Trace, chunk.Trace);
        Assert.Contains(expanded, one => one.Id == chunk.Parent);
        var taken = spans.Where(span => span.Trace == notice && span.Name == "receipt taken").ToList();
        Assert.NotEmpty(taken);
        Assert.All(taken, one => Assert.Contains(spans, hook => hook.Name == "ProviderHook" && one.IsLinkedTo(hook)));
        var recorded = spans.Where(span => span.Trace == notice && span.Name == "receipt recorded").ToList();
        Assert.Contains(recorded, one => one.Tag("receipt") == "Delivered" && one.Tag("notice") == notice);
        Assert.All(recorded, one => Assert.Contains(spans, work => work.Name == "RecordReceipts" && one.IsLinkedTo(work)));
    }

    private static void AddsUp(ACollector collector, ALibrary library)
    {
        Assert.Equal(library.Sms.Count, Sum(collector, "notices.sent", ("channel", "Sms"), ("programme", "sagostund"), ("outcome", "Accepted")));
        Assert.Equal(library.Sms.Count, Sum(collector, "provider.duration", ("channel", "Sms"), ("result", "Accepted")));
        Assert.Equal(library.Sms.Count, Sum(collector, "receipts.recorded", ("channel", "Sms"), ("kind", "Delivered")));
        Assert.Equal(1, Sum(collector, "notices.sent", ("channel", "Letter"), ("programme", "sagostund"), ("outcome", "Waiting")));
        Assert.Equal(ATracedCampaign.Families.Length, Sum(collector, "imports.rows", ("result", "Stored")));
        Assert.Equal(1, Sum(collector, "dependency.up", ("dependency", "sms")));
        Assert.True(Sum(collector, "queue.lag", ("queue", "chunks")) > 0);
        Assert.True(Sum(collector, "chunk.duration", ("end", "Settled")) > 0);
        Assert.Contains(collector.Logs, log => log.Category == "Notifieringar.Workflows.DispatchChunk" && log.Trace.Length > 0);
        Assert.All(collector.Points, point => Assert.StartsWith("notifieringar.", point.Metric, StringComparison.Ordinal));
        Assert.All(collector.Logs, log => Assert.StartsWith("Notifieringar.", log.Category, StringComparison.Ordinal));
    }

    private static void IsAboutNobody(ACollector collector, ALibrary library)
    {
        var sent = string.Concat(collector.Bodies.Select(one => Encoding.UTF8.GetString(one.Body)));
        Assert.Contains("sagostund", sent, StringComparison.Ordinal); // what is looked for would be found
        var codes = library.Sms.Select(sms => sms.Text[(sms.Text.LastIndexOf("/s/", StringComparison.Ordinal) + 3)..].Trim('.', ' '));
        string[] secret =
        [
            .. ATracedCampaign.Families.SelectMany(family => new[] { family.GivenName, family.FamilyName, family.Street, family.Child, family.Email, family.Household }),
            .. codes, "467017406", "070-17406", "/s/", "@example", "Välkomna", "secret=", "Provby bibl",
        ];
        Assert.All(secret.Where(word => word.Length > 0), word => Assert.DoesNotContain(word, sent, StringComparison.OrdinalIgnoreCase));
    }

    private static long Sum(ACollector collector, string metric, params (string Name, string Value)[] tags) => collector.Points
        .Where(point => point.Metric == $"notifieringar.{metric}" && tags.All(tag => point.Tags.GetValueOrDefault(tag.Name) == tag.Value))
        .Sum(point => point.Value);

    private static async Task<Campaign> CampaignAsync(ATracedCampaign campaign)
    {
        var tables = new Tables(new TableServiceClient(campaign.Library.Machine.ConnectionString));
        return (await new CampaignTable(tables).FindAsync(ALibrary.Unit, campaign.CampaignId, CancellationToken.None))!;
    }
}
