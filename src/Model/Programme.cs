using System.Collections.Immutable;

namespace Notifieringar.Model;

/// <summary>One kind of outreach, as data.</summary>
/// <param name="Id">Lower-case id used in keys and folders, for example <c>sprakstart-6</c>.</param>
/// <param name="Name">Swedish name for staff screens; never printed in a discreet notice.</param>
/// <param name="Discretion">What may be seen by others.</param>
/// <param name="Audience">Which children it is for.</param>
/// <param name="VisitMinutes">How long a visit takes.</param>
/// <param name="Steps">What is said, in order.</param>
public sealed record Programme(
    string Id,
    string Name,
    Discretion Discretion,
    VisitAudience Audience,
    int VisitMinutes,
    ImmutableArray<Step> Steps)
{
    /// <summary>Finds a step by its id.</summary>
    /// <param name="id">The step's id.</param>
    /// <returns>The step, or null when the programme has none of that name.</returns>
    public Step? StepNamed(string id) => Steps.FirstOrDefault(step => step.Id == id);
}

/// <summary>Which children a home-visit programme is for, by age.</summary>
/// <param name="AgeMonths">The age the visit is meant for, in months.</param>
/// <param name="EarliestDays">The visit may be this many days before that age.</param>
/// <param name="LatestDays">The visit should be at most this many days after that age.</param>
/// <param name="EndsAtMonths">From this age on the visit is not made; the next programme takes over.</param>
/// <param name="LeadDays">How many days before that age the visit is planned and the letter written.</param>
/// <param name="NoticeDays">A family gets at least this many days between the letter and the visit.</param>
public sealed record VisitAudience(int AgeMonths, int EarliestDays, int LatestDays, int EndsAtMonths, int LeadDays, int NoticeDays);
