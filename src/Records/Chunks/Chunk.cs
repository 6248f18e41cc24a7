using Notifieringar.Model;

namespace Notifieringar.Records.Chunks;

/// <summary>A piece of work for one sender: a key range, not a copy of its people.</summary>
/// <param name="Batch">What it is a piece of: the partition key.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Shard">The shard.</param>
/// <param name="From">First person.</param>
/// <param name="To">Last person.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="WorkPartition">The Work partition whose due notices it settles; empty for one of a campaign's people, who stand in no other Work
/// than the chunk.</param>
/// <param name="Count">How many people it was cut for.</param>
/// <param name="Pins">The versions of the texts it is sent with; empty for those that are current then.</param>
/// <param name="Occasion">The occasion it is about; null for a chunk of many, as home visits are.</param>
/// <param name="DueAt">Since when its people should be told; null where their due notices say so.</param>
public sealed record Chunk(
    string Batch,
    UnitId Unit,
    string Shard,
    PersonId From,
    PersonId To,
    string Programme,
    string Step,
    string WorkPartition,
    int Count,
    string Pins = "",
    OccasionId? Occasion = null,
    NodaTime.Instant? DueAt = null)
{
    private const int LoggedDigits = 4;

    /// <summary>True for one that a campaign has cut from its people: all of them are looked at, and nothing else leads to them.</summary>
    public bool IsOfPeople => WorkPartition.Length == 0;

    /// <summary>The row key; with the batch it is deterministic, so cutting twice gives the same chunk. Where nothing but the chunk leads to its
    /// people, one that ends elsewhere is another chunk.</summary>
    public string Id => IsOfPeople ? $"{Shard}~{From}~{To}" : $"{Shard}~{From}";

    /// <summary>Its name in logs. Nothing can be erased from a log, so no whole id of a person stands there: of the first four digits many have
    /// the same.</summary>
    public string LogName => $"{Shard}~{(From.Value.Length > LoggedDigits ? From.Value[..LoggedDigits] : From.Value)}";

    /// <summary>Tells whether a notice belongs to it.</summary>
    /// <param name="programme">The notice's programme.</param>
    /// <param name="step">Its step.</param>
    /// <param name="occasion">Its occasion.</param>
    /// <returns>True when it does.</returns>
    public bool IsAbout(string programme, string step, OccasionId occasion) =>
        programme == Programme && step == Step && (Occasion is null || occasion == Occasion);
}

/// <summary>The queue message of a chunk: it names the chunk, not its content.</summary>
/// <param name="Batch">The chunk's batch.</param>
/// <param name="Chunk">The chunk's id.</param>
public sealed record ChunkReference(string Batch, string Chunk);

/// <summary>The right to work on something until a moment.</summary>
/// <param name="Batch">The row's partition key.</param>
/// <param name="Row">The row key.</param>
/// <param name="Owner">Random; another one for each lease.</param>
/// <param name="Epoch">Rises with each lease of the row.</param>
/// <param name="Until">Real time until which it holds.</param>
/// <param name="Version">The row's version.</param>
public sealed record Lease(string Batch, string Row, string Owner, int Epoch, NodaTime.Instant Until, string Version)
{
    /// <summary>The lease's name in ledger rows: a claim of another name belongs to another sender.</summary>
    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Owner}~{Epoch}");
}
