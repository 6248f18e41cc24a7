using Notifieringar.Planning.Reports;

namespace Notifieringar.Workflows.Reporting;

/// <summary>The queue message of a unit's reports.</summary>
/// <param name="Unit">The unit.</param>
public sealed record ReportReference(string Unit);

/// <summary>A programme's year in numbers that may be shown to anybody.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Year">The year.</param>
/// <param name="CountedAt">As of when.</param>
/// <param name="Visits">How far its visits came; null for a programme that makes none.</param>
/// <param name="Notices">What has been said, and what not.</param>
public sealed record YearReport(string Programme, int Year, DateTimeOffset CountedAt, FunnelOfYear? Visits, ShownNotices Notices);
