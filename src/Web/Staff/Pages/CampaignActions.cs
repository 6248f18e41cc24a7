using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>What can be done with a campaign, and by whom.</summary>
internal static class CampaignActions
{
    public const string DryRun = "dryRun";
    public const string Test = "test";
    public const string Approve = "approve";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string Cancel = "cancel";

    /// <summary>The role that an action needs; null for one that does not exist. Who approves must have been able to look.</summary>
    public static StaffRole? RoleFor(string action, ImmutableHashSet<StaffRole> roles) => action switch
    {
        Approve => StaffRole.Approver,
        DryRun or Test => roles.Contains(StaffRole.Approver) ? StaffRole.Approver : StaffRole.Campaigner,
        Pause or Resume or Cancel => StaffRole.Campaigner,
        _ => null,
    };

    /// <summary>Tells whether somebody may make a dry run and send tests.</summary>
    public static bool CanLook(ImmutableHashSet<StaffRole> roles) => roles.Contains(StaffRole.Campaigner) || roles.Contains(StaffRole.Approver);

    /// <summary>Tells whether somebody else than who asks has to approve.</summary>
    public static bool NeedsAnother(CampaignView campaign, StaffRequest request, Programme programme) =>
        campaign is { State: nameof(CampaignState.Draft), Recipients: { } recipients } && campaign.By == request.Who.Id
        && (recipients > request.Rules.SecondApprovalAbove || programme.Discretion == Discretion.D2);

    /// <summary>Only what can be done: a button that is refused teaches nobody anything.</summary>
    public static IReadOnlyList<string> Of(ImmutableHashSet<StaffRole> roles, CampaignView campaign, bool needsAnother)
    {
        string[] steering = Enum.Parse<CampaignState>(campaign.State) switch
        {
            CampaignState.Draft => [DryRun, Cancel],
            CampaignState.Approved or CampaignState.Running => [Pause, Cancel],
            CampaignState.Paused => [Resume, Cancel],
            _ => [],
        };
        var canApprove = campaign is { State: nameof(CampaignState.Draft), Recipients: not null } && !needsAnother && roles.Contains(StaffRole.Approver);
        return [.. canApprove ? [Approve] : Array.Empty<string>(), .. steering.Where(action => RoleFor(action, roles) is { } role && roles.Contains(role))];
    }
}
