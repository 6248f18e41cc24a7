namespace Notifieringar.Workflows.Visits;

/// <summary>The queue message that asks for a unit's visits to be planned.</summary>
/// <param name="Unit">The unit.</param>
public sealed record VisitPlanReference(string Unit);
