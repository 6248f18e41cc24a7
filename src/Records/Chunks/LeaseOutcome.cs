using NodaTime;

namespace Notifieringar.Records.Chunks;

/// <summary>What came of asking for a lease.</summary>
/// <param name="Lease">The lease, when it was free.</param>
/// <param name="Chunk">Its chunk.</param>
/// <param name="BusyFor">How long someone else may still work on it; null otherwise.</param>
public sealed record LeaseOutcome(Lease? Lease, Chunk? Chunk, Duration? BusyFor);
