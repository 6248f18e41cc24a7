using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Chunks;

/// <summary>Turns chunk rows into chunks and back.</summary>
internal static class ChunkRows
{
    /// <summary>Only a closed chunk has it.</summary>
    public const string ReceiptsBy = "ReceiptsBy";

    /// <summary>Only a chunk of a campaign's people has it.</summary>
    public const string DueAt = "DueAt";

    public static TableEntity Of(Chunk chunk, DateTimeOffset queuedAt) => new(chunk.Batch, chunk.Id)
    {
        ["Unit"] = chunk.Unit.Value,
        ["To"] = chunk.To.Value,
        ["Programme"] = chunk.Programme,
        ["Step"] = chunk.Step,
        ["WorkPartition"] = chunk.WorkPartition,
        ["Count"] = chunk.Count,
        ["Pins"] = chunk.Pins,
        ["Occasion"] = chunk.Occasion?.Value,
        ["Epoch"] = 0,
        ["QueuedAt"] = queuedAt,
        [DueAt] = chunk.DueAt?.ToDateTimeOffset(),
    };

    public static Chunk Chunk(TableEntity row)
    {
        var id = row.RowKey.Split('~');
        return new Chunk(
            row.PartitionKey,
            new UnitId(row.GetString("Unit") ?? ""),
            id[0],
            new PersonId(id[1]),
            new PersonId(row.GetString("To") ?? ""),
            row.GetString("Programme") ?? "",
            row.GetString("Step") ?? "",
            row.GetString("WorkPartition") ?? "",
            row.GetInt32("Count") ?? 0,
            row.GetString("Pins") ?? "",
            row.GetString("Occasion") is { } occasion ? new OccasionId(occasion) : null,
            row.GetInstant(DueAt));
    }
}
