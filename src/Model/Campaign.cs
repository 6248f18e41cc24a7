using System.Collections.Immutable;
using NodaTime;

namespace Notifieringar.Model;

/// <summary>Where a campaign stands.</summary>
public enum CampaignState
{
    /// <summary>Being prepared; nothing is sent.</summary>
    Draft,

    /// <summary>Approved; it begins at its time.</summary>
    Approved,

    /// <summary>People are invited and written to.</summary>
    Running,

    /// <summary>Held; nothing leaves until it is resumed.</summary>
    Paused,

    /// <summary>Called off; what had not left never will.</summary>
    Cancelled,

    /// <summary>Every notice is final or on staff's list.</summary>
    Done,
}

/// <summary>Staff sends one step of a programme to an audience. There is one campaign for each occasion and step.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Occasion">What people are invited to; for a programme without occasions the campaign's own.</param>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Starts">The occasion's start, which with its id finds it.</param>
/// <param name="Audience">Who of the programme's audience.</param>
/// <param name="State">Where it stands.</param>
/// <param name="By">Who prepared it, as an opaque id.</param>
/// <param name="ApprovedBy">Who approved it; null before.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="Recipients">How many the last dry run would have written to; null before one.</param>
/// <param name="Pins">The versions of the texts at approval; empty before.</param>
/// <param name="Result">What became of it, when it is done; null before.</param>
/// <param name="CheckedAt">When what should be was last compared with what is; null before.</param>
/// <param name="Version">The row's version as read.</param>
/// <param name="Trace">The W3C <c>traceparent</c> of its approval, with which its trace goes on; null when nobody listened.</param>
public sealed record Campaign(
    UnitId Unit,
    OccasionId Occasion,
    string Programme,
    string Step,
    LocalDateTime Starts,
    CampaignAudience Audience,
    CampaignState State,
    string By,
    string? ApprovedBy,
    Instant StartsAt,
    int? Recipients,
    string Pins,
    CampaignResult? Result = null,
    Instant? CheckedAt = null,
    string Version = "",
    string? Trace = null)
{
    /// <summary>Its id within the unit.</summary>
    public string Id => $"{Occasion}~{Step}";
}

/// <summary>Who of a programme's audience a campaign is for. Empty lists narrow nothing.</summary>
/// <param name="PostalCodes">Beginnings of postal codes.</param>
/// <param name="Languages">BCP 47 tags.</param>
/// <param name="People">People by name.</param>
public sealed record CampaignAudience(ImmutableArray<string> PostalCodes, ImmutableArray<string> Languages, ImmutableArray<PersonId> People)
{
    /// <summary>The programme's whole audience.</summary>
    public static CampaignAudience Everyone { get; } = new([], [], []);
}

/// <summary>What became of a campaign.</summary>
/// <param name="Invited">How many people were invited.</param>
/// <param name="States">How many of its notices ended in each state.</param>
/// <param name="Skips">Why notices were not sent.</param>
/// <param name="Latecomers">How many have come into the audience since, and were not invited.</param>
public sealed record CampaignResult(
    int Invited, ImmutableSortedDictionary<string, int> States, ImmutableSortedDictionary<string, int> Skips, int Latecomers);
