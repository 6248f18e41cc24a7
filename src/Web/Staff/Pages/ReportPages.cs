using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Reports;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Reporting;
using NodaTime;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Reports: a programme's year as it was last counted, and as a file.</summary>
/// <param name="reports">Reports.</param>
/// <param name="definitions">Programmes.</param>
/// <param name="renderer">Renders.</param>
/// <param name="clock">Which year it is.</param>
internal sealed class ReportPages(ShowReports reports, DefinitionCache definitions, StaffRenderer renderer, IClock clock) : IStaffPage
{
    public string Name => "rapporter";

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation)
    {
        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        var names = programmes.ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal);
        var keys = await reports.ListAsync(request.Rules.Unit, cancellation).ConfigureAwait(false);
        var report = await ChosenAsync(request, keys, programmes, cancellation).ConfigureAwait(false);
        return request.Rest switch
        {
            [] => await renderer.PageAsync<ReportsPage>(
                new Dictionary<string, object?> { ["View"] = request.View, ["Keys"] = keys, ["Names"] = names, ["Report"] = report }).ConfigureAwait(false),
            ["csv"] when report is not null => new CsvFile(
                string.Create(CultureInfo.InvariantCulture, $"{report.Programme}-{report.Year}"),
                ReportFile.RowsOf(report, names.GetValueOrDefault(report.Programme, report.Programme))),
            _ => null,
        };
    }

    public StaffRole? RoleFor(StaffRequest request) => request.Rest.IsEmpty && request.Field("gor") == "rakna" ? StaffRole.Staff : null;

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        await reports.CountAsync(request.Rules.Unit, cancellation).ConfigureAwait(false);
        return request.Back(Name, "counting");
    }

    // What is asked for, or as much of it as there is: that programme's last year, else the visits of this one.
    private async Task<YearReport?> ChosenAsync(
        StaffRequest request, IReadOnlyList<ReportKey> keys, IReadOnlyList<Programme> programmes, CancellationToken cancellation)
    {
        var (programme, yearText) = (request.Http.Query["program"].ToString(), request.Http.Query["ar"].ToString());
        var today = Stockholm.LocalOf(clock.GetCurrentInstant()).Year;
        var year = int.TryParse(yearText, CultureInfo.InvariantCulture, out var asked) ? asked : today;
        var visits = programmes.Where(one => one.Occasion.Kind == OccasionKind.Visit).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var chosen = keys
            .OrderByDescending(key => key.Programme == programme)
            .ThenByDescending(key => key.Year == year)
            .ThenByDescending(key => visits.Contains(key.Programme))
            .ThenByDescending(key => key.Year <= today)
            .ThenByDescending(key => key.Year)
            .ThenBy(key => key.Programme, StringComparer.Ordinal)
            .FirstOrDefault();
        return chosen is null ? null : await reports.FindAsync(request.Rules.Unit, chosen, cancellation).ConfigureAwait(false);
    }
}
