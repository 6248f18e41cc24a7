using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Pickups;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Meetings, evenings and stops, what is to be collected, and closing the library.</summary>
/// <param name="show">What lies ahead.</param>
/// <param name="booking">Books meetings.</param>
/// <param name="votes">Counts votes.</param>
/// <param name="change">Moves and calls off.</param>
/// <param name="closing">Closes the library.</param>
/// <param name="collect">Notes what has been collected.</param>
/// <param name="renderer">Renders.</param>
internal sealed class MeetingPages(
    ShowOccasions show, MeetingForm booking, CountVotes votes, OrderChange change, OrderClosing closing, CollectPickup collect, StaffRenderer renderer) : IStaffPage
{
    public const string Page = "traffar";
    public const string New = "ny";
    public const string Votes = "roster";

    public string Name => Page;

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation) => request.Rest switch
    {
        [] => await ListAsync(request, ClosingTyped.Nothing, cancellation).ConfigureAwait(false),
        [New, var programme] => await booking.PageAsync(request, programme, cancellation).ConfigureAwait(false),
        [var programme, var id] => await OneAsync(request, programme, id, MeetingTyped.Nothing, countVotes: false, cancellation).ConfigureAwait(false),
        [var programme, var id, Votes] => await OneAsync(request, programme, id, MeetingTyped.Nothing, countVotes: true, cancellation).ConfigureAwait(false),
        _ => null,
    };

    public StaffRole? RoleFor(StaffRequest request) => (request.Rest.Length, request.Field("gor")) switch
    {
        (0, "hamtat") => StaffRole.Staff,
        (0, "stang") => StaffRole.Administrator, // it calls off what many have been invited to
        (2, "boka") when request.Rest[0] == New => StaffRole.Campaigner,
        (2, "flytta" or "stall-in") => StaffRole.Staff,
        _ => null,
    };

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation) => request.Field("gor") switch
    {
        "hamtat" => await collect.RunAsync(request.Rules.Unit, request.Field("vad"), cancellation).ConfigureAwait(false) is PickupOutcome.Done
            ? request.Back(Page, "collected")
            : null,
        "stang" => await CloseAsync(request, cancellation).ConfigureAwait(false),
        "boka" => await booking.DoAsync(request, request.Rest[1], cancellation).ConfigureAwait(false),
        var what => await ChangeAsync(request, isMove: what == "flytta", cancellation).ConfigureAwait(false),
    };

    private async Task<IResult> ListAsync(StaffRequest request, ClosingTyped typed, CancellationToken cancellation)
    {
        var (pickups, hasMore) = await show.PickupsAsync(request.Rules, cancellation).ConfigureAwait(false);
        return await renderer.PageAsync<MeetingsPage>(
            new Dictionary<string, object?>
            {
                ["View"] = request.View,
                ["Roles"] = request.Roles,
                ["Meetings"] = await show.MeetingsAsync(request.Rules, cancellation).ConfigureAwait(false),
                ["Programmes"] = await show.MeetingProgrammesAsync(cancellation).ConfigureAwait(false),
                ["Pickups"] = pickups,
                ["HasMorePickups"] = hasMore,
                ["Typed"] = typed,
            },
            typed.IsWrong ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK).ConfigureAwait(false);
    }

    private async Task<IResult?> OneAsync(
        StaffRequest request, string programme, string id, MeetingTyped typed, bool countVotes, CancellationToken cancellation)
    {
        if (await show.FindAsync(request.Rules, programme, id, cancellation).ConfigureAwait(false) is not { } coming)
        {
            return null;
        }

        // Counting reads everybody who is invited by the programme: only when it is asked for.
        var counted = countVotes ? await votes.RunAsync(request.Rules.Unit, programme, coming.Occasion.Id, cancellation).ConfigureAwait(false) : null;
        return await renderer.PageAsync<MeetingPage>(
            new Dictionary<string, object?> { ["View"] = request.View, ["Coming"] = coming, ["Counted"] = counted, ["Typed"] = typed, ["IsOver"] = show.IsOver(coming.Occasion) },
            typed.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest).ConfigureAwait(false);
    }

    private async Task<IResult?> CloseAsync(StaffRequest request, CancellationToken cancellation)
    {
        var typed = new ClosingTyped(request.Field("fran"), request.Field("till"), IsWrong: true);
        var order = JsonSerializer.Serialize(new { from = typed.From, to = typed.To, by = request.Who.Id });
        return await closing.CloseAsync(request.Rules.Unit, order, cancellation).ConfigureAwait(false) is ChangeOutcome.Ordered
            ? request.Back(Page, "libraryClosed")
            : await ListAsync(request, typed, cancellation).ConfigureAwait(false);
    }

    private async Task<IResult?> ChangeAsync(StaffRequest request, bool isMove, CancellationToken cancellation)
    {
        var (programme, id) = (request.Rest[0], request.Rest[1]);
        if (await show.FindAsync(request.Rules, programme, id, cancellation).ConfigureAwait(false) is not { } coming)
        {
            return null; // visits and pickups are changed elsewhere
        }

        var typed = new MeetingTyped("traffar.moveWrong", request.Field("tid"), request.Field("plats").Trim());
        var order = isMove
            ? JsonSerializer.Serialize(new { starts = typed.Starts, place = typed.Place == coming.Occasion.Place ? null : typed.Place, by = request.Who.Id })
            : JsonSerializer.Serialize(new { by = request.Who.Id });
        return await change.RunAsync(request.Rules.Unit, programme, new OccasionId(id), isMove ? "move" : "cancel", order, cancellation).ConfigureAwait(false) switch
        {
            ChangeOutcome.Ordered or ChangeOutcome.Done => request.Back($"{Page}/{programme}/{id}", isMove ? "meetingMoved" : "meetingOff"),
            ChangeOutcome.Invalid => await OneAsync(request, programme, id, typed, countVotes: false, cancellation).ConfigureAwait(false),
            ChangeOutcome.Refused => request.Back($"{Page}/{programme}/{id}", "meetingRefused"),
            _ => null,
        };
    }
}

/// <summary>Days typed to close the library.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
/// <param name="IsWrong">True when they cannot be used.</param>
public sealed record ClosingTyped(string From, string To, bool IsWrong)
{
    /// <summary>Nothing has been typed.</summary>
    public static ClosingTyped Nothing { get; } = new("", "", IsWrong: false);
}

/// <summary>A time and place typed to move a meeting.</summary>
/// <param name="Problem">A key of the texts; null for nothing.</param>
/// <param name="Starts">The time.</param>
/// <param name="Place">The place.</param>
public sealed record MeetingTyped(string? Problem, string Starts, string Place)
{
    /// <summary>Nothing has been typed.</summary>
    public static MeetingTyped Nothing { get; } = new(null, "", "");
}
