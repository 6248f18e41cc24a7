using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Workflows.Watching;

/// <summary>Says of the span we are in which chunk it is about.</summary>
internal static class ChunkTags
{
    public static void Set(Chunk chunk)
    {
        if (Telemetry.Current is null)
        {
            return;
        }

        Telemetry.Tag(CampaignTags.Unit, chunk.Unit.Value);
        Telemetry.Tag(CampaignTags.Programme, chunk.Programme);
        Telemetry.Tag("step", chunk.Step);
        Telemetry.Tag("chunk", $"{chunk.Batch}/{chunk.LogName}");
        Telemetry.Tag("people", chunk.Count);
    }
}
