using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Records.Problems;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>What is not well and what to do about it: the overview, the families of one reason, messages to read, and the stop.</summary>
/// <param name="read">Gathers what is not well.</param>
/// <param name="settle">Takes work that has failed off, or does it again.</param>
/// <param name="list">Staff's list.</param>
/// <param name="messages">Messages from people.</param>
/// <param name="stop">The stop.</param>
/// <param name="definitions">Programmes.</param>
/// <param name="renderer">Renders.</param>
internal sealed class ProblemPages(
    ReadProblems read,
    SettleProblem settle,
    ReadCallList list,
    ShowMessages messages,
    StopSending stop,
    DefinitionCache definitions,
    StaffRenderer renderer) : IStaffPage
{
    private const string Inbox = "inkorg";
    private const string StopPath = "stopp";
    private const string Again = "igen";
    private const string Off = "klart";
    private const string Stop = "stoppa";
    private const string Resume = "slapp";
    private const int MostFamilies = 50;

    public string Name => "problem";

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation) => request.Rest switch
    {
        [] => await OverviewAsync(request, cancellation).ConfigureAwait(false),
        [Inbox] => await InboxAsync(request, cancellation).ConfigureAwait(false),
        [StopPath] when MayStop(request) => await StopAsync(request, cancellation).ConfigureAwait(false),
        [var reason] when ReasonOf(reason) is { } known => await FamiliesAsync(request, known, cancellation).ConfigureAwait(false),
        _ => null,
    };

    public StaffRole? RoleFor(StaffRequest request) => (request.Rest, request.Field("gor")) switch
    {
        ([], Off) when IsUnowned(request) => StaffRole.Administrator,
        ([], Again or Off) => StaffRole.Staff,
        ([Inbox], Off) => StaffRole.Staff,
        ([StopPath], Stop or Resume) => request.Roles.Contains(StaffRole.Administrator) ? StaffRole.Administrator : StaffRole.Campaigner,
        ([var reason], Off) when ReasonOf(reason) is not null => StaffRole.Staff,
        _ => null,
    };

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation) => request.Rest switch
    {
        [] => await FailedAsync(request, cancellation).ConfigureAwait(false),
        [Inbox] => await ReadMessageAsync(request, cancellation).ConfigureAwait(false),
        [StopPath] => await SwitchAsync(request, cancellation).ConfigureAwait(false),
        [var reason] => await SettleAsync(request, reason, cancellation).ConfigureAwait(false),
        _ => null,
    };

    private static bool MayStop(StaffRequest request) => request.Roles.Contains(StaffRole.Administrator) || request.Roles.Contains(StaffRole.Campaigner);

    private static bool IsUnowned(StaffRequest request) => request.Field("agare") == "ingen";

    private static SkipReason? ReasonOf(string text) =>
        Enum.TryParse<SkipReason>(text, out var reason) && reason.ToString() == text && ReadProblems.Reasons.Contains(reason) ? reason : null;

    private async Task<IResult> OverviewAsync(StaffRequest request, CancellationToken cancellation)
    {
        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        return await renderer.PageAsync<ProblemsPage>(new Dictionary<string, object?>
        {
            ["View"] = request.View,
            ["Problems"] = await read.RunAsync(request.Rules, cancellation).ConfigureAwait(false),
            ["Names"] = programmes.ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal),
            ["MayStop"] = MayStop(request),
            ["Unowned"] = request.Roles.Contains(StaffRole.Administrator) ? await read.OfNoUnitAsync(cancellation).ConfigureAwait(false) : [],
        }).ConfigureAwait(false);
    }

    private async Task<IResult> InboxAsync(StaffRequest request, CancellationToken cancellation)
    {
        var (shown, inAll) = await messages.ListAsync(request.Rules, cancellation).ConfigureAwait(false);
        return await renderer.PageAsync<InboxPage>(new Dictionary<string, object?> { ["View"] = request.View, ["Messages"] = shown, ["InAll"] = inAll }).ConfigureAwait(false);
    }

    private async Task<IResult> StopAsync(StaffRequest request, CancellationToken cancellation) => await renderer.PageAsync<StopPage>(new Dictionary<string, object?>
    {
        ["View"] = request.View,
        ["State"] = await stop.StateAsync(request.Rules.Unit, cancellation).ConfigureAwait(false),
    }).ConfigureAwait(false);

    private async Task<IResult> FamiliesAsync(StaffRequest request, SkipReason reason, CancellationToken cancellation) =>
        await renderer.PageAsync<UnreachedPage>(new Dictionary<string, object?>
        {
            ["View"] = request.View,
            ["Reason"] = reason,
            ["Rows"] = await list.OfReasonAsync(request.Rules, reason, MostFamilies, cancellation).ConfigureAwait(false),
            ["Most"] = MostFamilies,
        }).ConfigureAwait(false);

    private async Task<IResult?> FailedAsync(StaffRequest request, CancellationToken cancellation)
    {
        var (unit, kind, reference) = (request.Rules.Unit, request.Field("vad"), request.Field("vilket"));
        if (!int.TryParse(request.Field("ganger"), CultureInfo.InvariantCulture, out var times))
        {
            return null;
        }

        if (request.Field("gor") == Off)
        {
            var isOff = await settle.RunAsync(IsUnowned(request) ? ProblemTable.NoUnit : unit, kind, reference, times, cancellation).ConfigureAwait(false);
            return request.Back(Name, isOff ? "problemOff" : "problemAgain");
        }

        if (!SettleProblem.CanBeDoneAgain(kind))
        {
            return null;
        }

        var isQueued = await settle.AgainAsync(unit, kind, reference, times, cancellation).ConfigureAwait(false);
        return request.Back(Name, isQueued ? "problemQueued" : "problemAgain");
    }

    // What somebody else has seen to meanwhile is seen to.
    private async Task<IResult> ReadMessageAsync(StaffRequest request, CancellationToken cancellation)
    {
        await messages.SettleAsync(request.Rules.Unit, request.Field("vilket"), cancellation).ConfigureAwait(false);
        return request.Back($"{Name}/{Inbox}", "messageRead");
    }

    private async Task<IResult> SwitchAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (request.Field("gor") == Stop)
        {
            await stop.StopAsync(request.Rules.Unit, request.Field("orsak"), cancellation).ConfigureAwait(false);
            return request.Back(Name, "stopped");
        }

        var state = await stop.ResumeAsync(request.Rules.Unit, cancellation).ConfigureAwait(false);
        return request.Back(Name, state.Stopped ? "stillStopped" : "resumed");
    }

    private async Task<IResult> SettleAsync(StaffRequest request, string reason, CancellationToken cancellation)
    {
        await list.SettleAsync(request.Rules.Unit, request.Field("vem"), request.Field("vilket"), cancellation).ConfigureAwait(false);
        return request.Back($"{Name}/{reason}", "settled");
    }
}
