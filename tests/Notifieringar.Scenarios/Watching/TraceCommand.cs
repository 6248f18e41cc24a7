namespace Notifieringar.Scenarios.Watching;

/// <summary><c>trace</c>: sends a campaign with everything real but the providers, and prints the trace of one SMS and of one letter.</summary>
internal static class TraceCommand
{
    public const string Name = "trace";

    public static async Task<int> RunAsync()
    {
        await using var collector = await ACollector.StartAsync();
        await using var campaign = await ATracedCampaign.SentAsync(collector.Settings);
        foreach (var (family, last) in new[] { ("Ottilia", "receipt recorded"), ("Gottfrid", "print") })
        {
            var notice = await campaign.NoticeOfAsync(family);
            await collector.UntilAsync($"{last} of {notice}", () => collector.Spans.Any(span => span.Trace == notice && span.Name == last));
            await Console.Out.WriteLineAsync(TraceText.Of(collector.Spans, notice));
        }

        return 0;
    }
}
