using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Changes;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>The day's visits: late, and ill.</summary>
/// <param name="read">Reads a day.</param>
/// <param name="change">Changes of one visit.</param>
/// <param name="closing">Changes of a pair's day.</param>
/// <param name="renderer">Renders.</param>
/// <param name="clock">Today.</param>
internal sealed class TodayPages(ReadDayList read, OrderChange change, OrderClosing closing, StaffRenderer renderer, IClock clock) : IStaffPage
{
    public string Name => "idag";

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation)
    {
        var today = Stockholm.LocalOf(clock.GetCurrentInstant()).Date;
        var day = LocalDatePattern.Iso.Parse(request.Http.Query["dag"].ToString()).TryGetValue(today, out var asked) ? asked : today;
        if (await read.RunAsync(request.Rules.Unit, day, cancellation).ConfigureAwait(false) is not { } list)
        {
            return null;
        }

        return request.Rest switch
        {
            [] when !list.IsClosed => await renderer.PageAsync<TodayPage>(
                new Dictionary<string, object?> { ["View"] = request.View, ["List"] = list, ["Today"] = today }).ConfigureAwait(false),
            [] => new Family.SeeOtherResult(request.View.To(Name)),
            ["lista"] => DayListPage.Of(list),
            _ => null,
        };
    }

    public StaffRole? RoleFor(StaffRequest request) => request.Rest.IsEmpty ? StaffRole.Staff : null;

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        var by = JsonSerializer.Serialize(new { by = request.Who.Id });
        if (request.Field("sen").Split('~') is [var programme, var occasion])
        {
            var late = await change.RunAsync(request.Rules.Unit, programme, new OccasionId(occasion), "late", by, cancellation).ConfigureAwait(false);
            return Back(request, late, "late");
        }

        return request.Field("sjuk") is { Length: > 0 } pair
            ? Back(request, await closing.IllAsync(request.Rules.Unit, pair, by, cancellation).ConfigureAwait(false), "ill")
            : null;
    }

    private IResult? Back(StaffRequest request, ChangeOutcome outcome, string what) => outcome switch
    {
        ChangeOutcome.Ordered or ChangeOutcome.Done => request.Back(Name, what),
        ChangeOutcome.Refused => request.Back(Name, $"{what}Refused"),
        _ => null,
    };
}
