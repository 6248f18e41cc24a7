using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Workflows;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Visits by week and by month, and calendars that a phone subscribes to.</summary>
/// <param name="read">Reads visits.</param>
/// <param name="share">Shares calendars.</param>
/// <param name="renderer">Renders.</param>
/// <param name="clock">Today.</param>
internal sealed class CalendarPages(ReadCalendar read, ShareCalendar share, StaffRenderer renderer, IClock clock) : IStaffPage
{
    public const string Month = "manad";
    private static readonly YearMonthPattern Months = YearMonthPattern.CreateWithInvariantCulture("yyyy-MM");

    public string Name => "kalender";

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation) => request.Rest switch
    {
        [] => await WeekAsync(request, cancellation).ConfigureAwait(false),
        [Month] => await MonthAsync(request, cancellation).ConfigureAwait(false),
        _ => null,
    };

    public StaffRole? RoleFor(StaffRequest request) => request.Rest.IsEmpty ? StaffRole.Staff : null;

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        var (pair, isOpen) = request.Field("oppna") is { Length: > 0 } opened ? (opened, true) : (request.Field("stang"), false);
        return await share.SetAsync(request.Rules, pair, isOpen, request.Who.Id, cancellation).ConfigureAwait(false)
            ? request.Back(Name, isOpen ? "feedOpened" : "feedClosed")
            : null;
    }

    private async Task<IResult> WeekAsync(StaffRequest request, CancellationToken cancellation)
    {
        var today = Today();
        var day = LocalDatePattern.Iso.Parse(request.Http.Query["dag"].ToString()).TryGetValue(today, out var asked) ? asked : today;
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return await renderer.PageAsync<WeekPage>(new Dictionary<string, object?>
        {
            ["View"] = request.View,
            ["Monday"] = monday,
            ["Today"] = today,
            ["Days"] = await read.VisitsAsync(request.Rules, monday, monday.PlusDays(6), visitors: null, cancellation).ConfigureAwait(false),
            ["Shared"] = await share.ListAsync(request.Rules, cancellation).ConfigureAwait(false),
        }).ConfigureAwait(false);
    }

    private async Task<IResult> MonthAsync(StaffRequest request, CancellationToken cancellation)
    {
        var today = Today();
        var month = Months.Parse(request.Http.Query[Month].ToString()).TryGetValue(today.ToYearMonth(), out var asked) ? asked : today.ToYearMonth();
        var days = month.ToDateInterval();
        return await renderer.PageAsync<MonthPage>(new Dictionary<string, object?>
        {
            ["View"] = request.View,
            ["Month"] = month,
            ["Today"] = today,
            ["Taken"] = await read.TakenAsync(request.Rules, days.Start, days.End, cancellation).ConfigureAwait(false),
        }).ConfigureAwait(false);
    }

    private LocalDate Today() => Stockholm.LocalOf(clock.GetCurrentInstant()).Date;
}
