using NodaTime;

namespace Notifieringar.Planning.Visits;

/// <summary>A start time of one pair of visitors.</summary>
/// <param name="Starts">Local time.</param>
/// <param name="Visitors">The pair's short name.</param>
public readonly record struct VisitSlot(LocalDateTime Starts, string Visitors);
