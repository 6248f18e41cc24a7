using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Books a meeting: it becomes a campaign that is tried and approved like every other before anybody is invited.</summary>
/// <param name="show">Programmes that people meet by.</param>
/// <param name="create">Prepares campaigns.</param>
/// <param name="renderer">Renders.</param>
/// <param name="clock">Now.</param>
internal sealed class MeetingForm(ShowOccasions show, CreateCampaign create, StaffRenderer renderer, IClock clock)
{
    private const int LongestPlace = 100;
    private const int LongestText = 2000;
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    /// <summary>The empty form; null for a programme that is no meeting.</summary>
    public async Task<IResult?> PageAsync(StaffRequest request, string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation).ConfigureAwait(false) is { } programme
            ? await PageAsync(request, programme, new MeetingDraft([], request.Rules.Name, "", "", ""), problem: null).ConfigureAwait(false)
            : null;

    /// <summary>Books.</summary>
    public async Task<IResult?> DoAsync(StaffRequest request, string id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation).ConfigureAwait(false) is not { } programme)
        {
            return null;
        }

        var draft = new MeetingDraft(
            [.. request.Http.Form["tid"].Select(time => time ?? "")],
            request.Field("plats").Trim(),
            request.Field("text").Trim(),
            request.Field("lank").Trim(),
            request.Field("rosta"));
        if (Problem(draft, programme, Stockholm.LocalOf(clock.GetCurrentInstant())) is { } problem)
        {
            return await PageAsync(request, programme, draft, problem).ConfigureAwait(false);
        }

        var order = new
        {
            programme = programme.Id,
            starts = draft.Starts,
            place = draft.Place,
            text = Given(draft.Text),
            link = Given(draft.Link),
            voteOn = draft.Alternatives,
            by = request.Who.Id,
        };
        return await create.RunAsync(request.Rules.Unit, JsonSerializer.Serialize(order), cancellation).ConfigureAwait(false) switch
        {
            CampaignOutcome.Done done => request.Back($"utskick/{Uri.EscapeDataString(done.Campaign.Id)}", "meetingBooked"),
            CampaignOutcome.Refused => await PageAsync(request, programme, draft, "traffar.booked").ConfigureAwait(false),
            _ => await PageAsync(request, programme, draft, "traffar.wrong").ConfigureAwait(false),
        };
    }

    /// <summary>What to mend, as a key of the texts; null for nothing.</summary>
    internal static string? Problem(MeetingDraft draft, Programme programme, LocalDateTime now)
    {
        var times = draft.Starts.Select(Time.Parse).ToList();
        return draft switch
        {
            _ when times.Count != Math.Max(1, programme.Occasion.Sessions) || times.Exists(time => !time.Success) => "traffar.wrongTime",
            _ when times.Exists(time => time.Value <= now) => "traffar.wrongPast",
            _ when times.DistinctBy(time => time.Value).Count() < times.Count => "traffar.wrongTwice",
            { Place: { Length: 0 or > LongestPlace } } => "traffar.wrongPlace",
            { Text.Length: > LongestText } => "traffar.wrongText",
            _ when PersonalIdentityNumber.AppearsIn(draft.Text) || PersonalIdentityNumber.AppearsIn(draft.Place) => "traffar.wrongNumber",
            { Link.Length: > 0 } when !(Uri.TryCreate(draft.Link, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps) => "traffar.wrongLink",
            _ when programme.Answers.Contains(AnswerChoice.Vote) && draft.Alternatives.Length < 2 => "traffar.wrongVote",
            _ => null,
        };
    }

    private async Task<Programme?> FindAsync(string id, CancellationToken cancellation) =>
        (await show.MeetingProgrammesAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == id);

    private Task<IResult> PageAsync(StaffRequest request, Programme programme, MeetingDraft draft, string? problem) => renderer.PageAsync<NewMeetingPage>(
        new Dictionary<string, object?> { ["View"] = request.View, ["Roles"] = request.Roles, ["Programme"] = programme, ["Draft"] = draft, ["Problem"] = problem },
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static string? Given(string text) => text.Length > 0 ? text : null;
}

/// <summary>A meeting as typed.</summary>
/// <param name="Starts">Its times, as fields of a form write them.</param>
/// <param name="Place">Where.</param>
/// <param name="Text">What the texts may say besides.</param>
/// <param name="Link">An address for the texts.</param>
/// <param name="VoteOn">Alternatives to vote on, one a line.</param>
public sealed record MeetingDraft(ImmutableArray<string> Starts, string Place, string Text, string Link, string VoteOn)
{
    /// <summary>The alternatives to vote on.</summary>
    public ImmutableArray<string> Alternatives => [.. VoteOn.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
