using System.Collections.Immutable;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;

namespace Notifieringar.LocalHost.Demo;

/// <summary>Everything the table is counted from, as read when the sixty days are over.</summary>
internal sealed record DemoFacts
{
    public required DemoPeriod Period { get; init; }

    /// <summary>What the import told of itself.</summary>
    public required ImportReport Import { get; init; }

    /// <summary>Children that came through the API.</summary>
    public int OtherChildren { get; init; }

    /// <summary>Before the import; of earlier runs.</summary>
    public required EarlierRuns Earlier { get; init; }

    public required UnitRules Rules { get; init; }

    public required IReadOnlyList<Programme> Programmes { get; init; }

    public required IReadOnlyList<Recipient> People { get; init; }

    public IReadOnlyList<Occasion> Occasions { get; init; } = [];

    /// <summary>Slots taken from the last day on.</summary>
    public IReadOnlySet<(LocalDateTime Starts, string Visitors)> Taken { get; init; } = ImmutableHashSet<(LocalDateTime, string)>.Empty;

    public IReadOnlyList<DueNotice> Due { get; init; } = [];

    public IReadOnlyList<WaitingLetter> Waiting { get; init; } = [];

    /// <summary>Staff's list.</summary>
    public IReadOnlyList<ListedNotice> Listed { get; init; } = [];

    /// <summary>Whose letters are in the printed parts of all runs.</summary>
    public IReadOnlyList<PrintedLetter> Printed { get; init; } = [];

    /// <summary>What the providers took in this run.</summary>
    public required SaidCounts Accepted { get; init; }

    /// <summary>Campaigns; none unless every programme is shown.</summary>
    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];

    /// <summary>Messages that were given up: nothing should ever be there.</summary>
    public int Poison { get; init; }
}

/// <summary>What stood in storage before this run.</summary>
internal sealed record EarlierRuns(int Children, SaidCounts Said)
{
    public static EarlierRuns Of(IReadOnlyCollection<Recipient> people) => new(ChildTally.ChildrenOf(people).Count(), SaidCounts.Of(people));
}
