namespace Notifieringar.Model;

/// <summary>What a person is to us.</summary>
public enum PersonKind
{
    /// <summary>A household, addressed by a guardian.</summary>
    Household,

    /// <summary>Somebody reached at work: a colleague in a network, somebody who orders for others.</summary>
    Professional,

    /// <summary>An organisation's contact: an accommodation, a school, a care home.</summary>
    Organisation,
}

/// <summary>Whom a programme is for.</summary>
/// <param name="Who">The kind of person.</param>
/// <param name="ChildAges">Households with a child of such an age only; null for all.</param>
/// <param name="FirstChildOnly">True when only a home's first child counts.</param>
/// <param name="MembersOnly">True when only people in the programme's own group are reached.</param>
/// <param name="Visits">When visits are planned by a child's age; null when staff plan the occasions.</param>
public sealed record Audience(PersonKind Who, AgeRange? ChildAges, bool FirstChildOnly, bool MembersOnly, VisitAudience? Visits);

/// <summary>Ages of children, in whole months.</summary>
/// <param name="FromMonths">The youngest age.</param>
/// <param name="BelowMonths">The first age that is too old.</param>
public sealed record AgeRange(int FromMonths, int BelowMonths);

/// <summary>Which children a home-visit programme is for, by age.</summary>
/// <param name="AgeMonths">The age the visit is meant for, in months.</param>
/// <param name="EarliestDays">The visit may be this many days before that age.</param>
/// <param name="LatestDays">The visit should be at most this many days after that age.</param>
/// <param name="EndsAtMonths">From this age on the visit is not made; the next programme takes over.</param>
/// <param name="LeadDays">How many days before that age the visit is planned and the letter written.</param>
/// <param name="NoticeDays">A family gets at least this many days between the letter and the visit.</param>
public sealed record VisitAudience(int AgeMonths, int EarliestDays, int LatestDays, int EndsAtMonths, int LeadDays, int NoticeDays);
