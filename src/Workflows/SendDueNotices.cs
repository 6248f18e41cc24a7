using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Dispatching;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Sweeps everything due below now into chunks. It only enqueues; sending is another function's work.</summary>
/// <param name="due">Due notices.</param>
/// <param name="chunks">Chunks.</param>
/// <param name="definitions">Texts, to pin.</param>
/// <param name="campaigns">Which campaign a notice belongs to.</param>
/// <param name="queues">Queues.</param>
/// <param name="options">How large a chunk is.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="logger">Log.</param>
public sealed partial class SendDueNotices(
    DueNotices due,
    ChunkTable chunks,
    DefinitionCache definitions,
    CampaignSwitch campaigns,
    Queues queues,
    SendingOptions options,
    IClock clock,
    ILogger<SendDueNotices> logger)
{
    /// <summary>Runs.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When every due notice stands in a queued chunk.</returns>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var swept = 0;
        var queued = 0;
        var oldest = now;
        var hour = new List<DueNotice>(); // of one unit and shard
        await foreach (var notice in due.BelowAsync(now, cancellation).ConfigureAwait(false))
        {
            if (hour.Count > 0 && hour[0].Partition != notice.Partition)
            {
                queued += await EnqueueAsync(hour, cancellation).ConfigureAwait(false);
                hour.Clear();
            }

            hour.Add(notice);
            oldest = Instant.Min(oldest, notice.DueAt);
            swept++;
        }

        queued += await EnqueueAsync(hour, cancellation).ConfigureAwait(false);
        ChunkMetrics.Swept((now - oldest).TotalSeconds);
        if (swept > 0)
        {
            Log.Swept(logger, swept, queued);
        }
    }

    private async Task<int> EnqueueAsync(List<DueNotice> hour, CancellationToken cancellation)
    {
        var queued = 0;
        foreach (var group in hour.GroupBy(notice => (notice.Programme, notice.Step)))
        {
            if (!await campaigns.HasCampaignsAsync(group.Key.Programme, cancellation).ConfigureAwait(false))
            {
                queued += await EnqueueAsync([.. group], occasion: null, campaign: null, cancellation).ConfigureAwait(false);
                continue;
            }

            foreach (var about in group.GroupBy(notice => notice.Occasion))
            {
                var campaign = await campaigns.FindAsync(about.First().Unit, group.Key.Programme, about.Key, group.Key.Step, cancellation).ConfigureAwait(false);
                if (campaign?.State != CampaignState.Paused)
                {
                    queued += await EnqueueAsync([.. about], about.Key, campaign, cancellation).ConfigureAwait(false);
                }
            }
        }

        return queued;
    }

    private async Task<int> EnqueueAsync(IReadOnlyList<DueNotice> notices, OccasionId? occasion, Campaign? campaign, CancellationToken cancellation)
    {
        var (partition, programme, step) = (notices[0].Partition, notices[0].Programme, notices[0].Step);
        using var span = Telemetry.Continue("cut chunks", campaign?.Trace);
        Telemetry.Tag(CampaignTags.Programme, programme);
        Telemetry.Tag("due", notices.Count);
        var batch = campaign is null
            ? $"due~{partition}~{programme}~{step}" + (occasion is { } about ? $"~{about}" : "")
            : Keys.CampaignBatch(campaign, partition);
        var queued = 0;
        var people = notices.Select(notice => notice.Person).ToHashSet();
        foreach (var (open, looksLost) in await chunks.OpenAsync(batch, cancellation).ConfigureAwait(false))
        {
            people.RemoveWhere(person => person >= open.From && person <= open.To);
            if (looksLost && await chunks.RequeuedAsync(open, Duration.Zero, cancellation).ConfigureAwait(false) is { } again)
            {
                await queues.SendAsync(Queues.Chunks, again, delay: null, cancellation).ConfigureAwait(false);
                queued++;
            }
        }

        var (unit, shard) = Keys.ParseWork(partition);
        var pins = campaign?.Pins ?? TextPins.Of(await definitions.TextsAsync(programme, step, cancellation).ConfigureAwait(false));
        var cut = people.Order().Chunk(options.PeoplePerChunk)
            .Select(part => new Chunk(batch, unit, shard, part[0], part[^1], programme, step, partition, part.Length, pins, occasion));
        foreach (var reference in await chunks.AddAsync([.. cut], cancellation).ConfigureAwait(false))
        {
            await queues.SendAsync(Queues.Chunks, reference, delay: null, cancellation).ConfigureAwait(false);
            queued++;
        }

        return queued;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Due} due notices; {Queued} chunks queued.")]
        public static partial void Swept(ILogger logger, int due, int queued);
    }
}
