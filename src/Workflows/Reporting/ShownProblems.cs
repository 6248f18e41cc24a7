using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Problems;

namespace Notifieringar.Workflows.Reporting;

/// <summary>What is not well in a unit.</summary>
/// <param name="Stop">Whether sending is stopped.</param>
/// <param name="Unreached">How many families were not reached, by reason.</param>
/// <param name="Failed">Work that has failed for good.</param>
/// <param name="Imports">Lists that were not taken in, and whether the last one that was is too old.</param>
/// <param name="Silences">Silences that take longer than they should.</param>
/// <param name="Held">Campaigns that are paused.</param>
/// <param name="Late">What should have left.</param>
/// <param name="Messages">How many messages wait for staff.</param>
public sealed record ShownProblems(
    StopState Stop,
    ImmutableArray<CountedReason> Unreached,
    ImmutableArray<Problem> Failed,
    ShownImports Imports,
    ImmutableArray<OpenSilence> Silences,
    ImmutableArray<HeldCampaign> Held,
    LateCount Late,
    int Messages)
{
    /// <summary>True when there is nothing to do.</summary>
    public bool IsWell => this is
    {
        Stop.Stopped: false,
        Unreached.IsEmpty: true,
        Failed.IsEmpty: true,
        Imports: { Open.IsEmpty: true, StaleSince: null },
        Silences.IsEmpty: true,
        Held.IsEmpty: true,
        Late.Count: 0,
        Messages: 0,
    };
}

/// <summary>How many families stand on staff's list for a reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
public sealed record CountedReason(SkipReason Reason, int Count);

/// <summary>Imports that staff must see to.</summary>
/// <param name="Open">Lists that were refused, or that wait to be confirmed; the last one first.</param>
/// <param name="StaleSince">When the last list came, when that is longer ago than families may go unconfirmed; else null.</param>
public sealed record ShownImports(ImmutableArray<OpenImport> Open, DateTimeOffset? StaleSince);

/// <summary>A list that was not taken in.</summary>
/// <param name="Import">Its id.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="IsBlocked">True when it waits for staff; false when nothing could be read from it.</param>
/// <param name="Why">What was found, as a Swedish sentence; null when nothing is said.</param>
public sealed record OpenImport(string Import, DateTimeOffset ReceivedAt, bool IsBlocked, string? Why);

/// <summary>A silence that is not done: nobody is named.</summary>
/// <param name="Kind">Why it was ordered.</param>
/// <param name="OrderedAt">When.</param>
public sealed record OpenSilence(SilenceKind Kind, DateTimeOffset OrderedAt);

/// <summary>A paused campaign.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Programme">The programme's id.</param>
public sealed record HeldCampaign(string Id, string Programme);

/// <summary>How much should have left at least half an hour ago and waits: for a provider, a stop, a pause.</summary>
/// <param name="Count">How many, as far as they were counted.</param>
/// <param name="IsMore">True when there are more.</param>
public sealed record LateCount(int Count, bool IsMore);
