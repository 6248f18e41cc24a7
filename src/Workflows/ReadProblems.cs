using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.People;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Silencing;
using Notifieringar.Workflows.Reporting;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Gathers what is not well in a unit. It reads lists that hold only what is open, and nobody's row in People.</summary>
/// <param name="list">Staff's list.</param>
/// <param name="problems">What has failed for good.</param>
/// <param name="imports">Imports.</param>
/// <param name="silences">Silences.</param>
/// <param name="campaigns">Campaigns.</param>
/// <param name="inbox">Messages from people.</param>
/// <param name="late">What should have left.</param>
/// <param name="stop">The stop.</param>
/// <param name="clock">The time now.</param>
public sealed class ReadProblems(
    CallList list,
    ProblemTable problems,
    ImportProblems imports,
    SilenceJournal silences,
    CampaignTable campaigns,
    Inbox inbox,
    LateNotices late,
    StopSending stop,
    IClock clock)
{
    // A silence is swept every minute: one that is older waits for something.
    private static readonly Duration Soon = Duration.FromMinutes(2);

    /// <summary>The reasons why a family was not reached, as against what families have answered.</summary>
    public static ImmutableArray<SkipReason> Reasons { get; } =
    [
        SkipReason.NoWayToReach, SkipReason.Bounced, SkipReason.WrongNumber, SkipReason.ReturnedLetter, SkipReason.DoesNotFit, SkipReason.NoText,
        SkipReason.UnknownOutcome, SkipReason.RefusedByProvider, SkipReason.Failed, SkipReason.StaleData,
    ];

    /// <summary>What has failed for good and belongs to no unit: for administrators, whichever their unit.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By kind.</returns>
    public Task<IReadOnlyList<Problem>> OfNoUnitAsync(CancellationToken cancellation) => problems.ReadAsync(ProblemTable.NoUnit, cancellation);

    /// <summary>Runs.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What is not well.</returns>
    public async Task<ShownProblems> RunAsync(UnitRules rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var (unit, now) = (rules.Unit, clock.GetCurrentInstant());
        var reading = (
            Listed: list.ReadAsync(unit, cancellation),
            Failed: problems.ReadAsync(unit, cancellation),
            Imports: imports.ReadAsync(rules, now, cancellation),
            Silences: silences.OpenAsync(unit, cancellation),
            Campaigns: campaigns.ListAsync(unit, cancellation),
            Messages: inbox.ForStaffAsync(unit, cancellation),
            Late: late.CountAsync(unit, now, cancellation),
            Stop: stop.StateAsync(unit, cancellation));
        var listed = (await reading.Listed.ConfigureAwait(false)).CountBy(one => one.Reason).ToDictionary();
        return new ShownProblems(
            await reading.Stop.ConfigureAwait(false),
            [.. Reasons.Where(listed.ContainsKey).Select(reason => new CountedReason(reason, listed[reason]))],
            [.. await reading.Failed.ConfigureAwait(false)],
            await reading.Imports.ConfigureAwait(false),
            [.. (await reading.Silences.ConfigureAwait(false)).Where(silence => silence.OrderedAt + Soon <= now)
                .Select(silence => new OpenSilence(silence.Kind, silence.OrderedAt.ToDateTimeOffset()))],
            [.. (await reading.Campaigns.ConfigureAwait(false)).Where(campaign => campaign.State == CampaignState.Paused)
                .Select(campaign => new HeldCampaign(campaign.Id, campaign.Programme))],
            await reading.Late.ConfigureAwait(false),
            (await reading.Messages.ConfigureAwait(false)).Count);
    }
}
