using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Text;
using Notifieringar.Model;
using Notifieringar.Web.Staff;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>A day's visits as a page to print: <c>GET /days/{unit}/{day}</c> (docs/occasions.md).</summary>
/// <param name="workflow">The workflow.</param>
public sealed class ShowDayList(ReadDayList workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="day">The day, as 2027-03-02.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The page; 410 with a page that says so for a day that is not shown; 400; 404.</returns>
    [Function(nameof(ShowDayList))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "days/{unit}/{day}")] HttpRequest request, string unit, string day, CancellationToken cancellation) =>
        !LocalDatePattern.Iso.Parse(day).TryGetValue(default, out var date)
            ? Results.Problem("Write the day as 2027-03-02.", statusCode: StatusCodes.Status400BadRequest)
            : await workflow.RunAsync(new UnitId(unit), date, cancellation) is { } list
                ? DayListPage.Of(list)
                : Results.Problem("There is no such unit.", statusCode: StatusCodes.Status404NotFound);
}
