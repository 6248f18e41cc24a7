using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;
using NodaTime;

namespace Notifieringar.Workflows.Families;

/// <summary>One family, or somebody at work or an organisation, as staff see them.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Language">The language to speak, by its Swedish name; null when unknown.</param>
/// <param name="AsOf">When the source last confirmed it, local time.</param>
/// <param name="Children">The children.</param>
/// <param name="OtherHomes">The children's other homes that may be shown.</param>
/// <param name="Marks">What is noted of the home.</param>
/// <param name="Coming">What can still be answered or changed, the next first.</param>
/// <param name="Timeline">Everything said and answered, the newest first.</param>
/// <param name="Pickups">The programmes by which something can be laid ready for them.</param>
public sealed record FamilyView(
    Person Person,
    string? Language,
    LocalDateTime AsOf,
    ImmutableArray<FamilyChild> Children,
    ImmutableArray<Person> OtherHomes,
    HomeMarks Marks,
    ImmutableArray<ComingInvitation> Coming,
    ImmutableArray<FamilyEvent> Timeline,
    ImmutableArray<Programme> Pickups);

/// <summary>A child with its age.</summary>
/// <param name="Child">The child.</param>
/// <param name="Months">Its age in whole months; what it would have been for one that has died.</param>
public sealed record FamilyChild(Child Child, int Months);

/// <summary>An invitation that can still be answered or changed.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Programme">Its programme.</param>
/// <param name="Choices">What can be answered now; nothing for a person to whom nothing may be said.</param>
/// <param name="VoteOn">The alternatives to vote on; empty for no vote.</param>
/// <param name="Interpreting">Who interprets at a visit to this home.</param>
public sealed record ComingInvitation(
    Invitation Invitation, Programme Programme, ImmutableArray<AnswerChoice> Choices, ImmutableArray<string> VoteOn, Interpreting Interpreting)
{
    /// <summary>True for a visit to this home that is not called off: an interpreter can be booked.</summary>
    public bool IsVisitHere => Programme.Occasion.Kind == OccasionKind.Visit && Invitation is { AtThisHome: true, Cancelled: false, IsTimed: true };
}
