using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Rehearsal;

namespace Notifieringar.Functions;

/// <summary>Rehearses a unit's next days without writing anything: <c>GET /rehearsal/{unit}?days=60&amp;imports=true</c> (docs/rehearsal.md).</summary>
/// <param name="workflow">The workflow.</param>
public sealed class RehearseDays(Workflows.RehearseDays workflow)
{
    private const int UsualDays = 60;

    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The days in numbers; 400 with what to mend; 404 when there is no such unit.</returns>
    [Function(nameof(RehearseDays))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "rehearsal/{unit}")] HttpRequest request, string unit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var days = Days(request.Query["days"]);
        var imports = !string.Equals(request.Query["imports"], "false", StringComparison.OrdinalIgnoreCase);
        return days is null
            ? Results.Problem($"days must be a number from 1 to {Workflows.RehearseDays.MostDays}.", statusCode: StatusCodes.Status400BadRequest)
            : await workflow.RunAsync(new UnitId(unit), days.Value, imports, cancellation) is { } outcome
                ? Results.Ok(Shown(outcome))
                : Results.Problem("There is no such unit.", statusCode: StatusCodes.Status404NotFound);
    }

    private static int? Days(string? text) => string.IsNullOrEmpty(text) ? UsualDays
        : int.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Workflows.RehearseDays.MostDays ? days : null;

    private static object Shown(RehearsalOutcome outcome) => new
    {
        outcome.Visits,
        outcome.WithoutSlot,
        outcome.Later,
        Bags = outcome.Bags.Select(bag => new { bag.Language, bag.Needed, bag.InStock, bag.Instead }),
        Days = RehearsalDays.Of(outcome).Select(day => new
        {
            Day = LocalDatePattern.Iso.Format(day.Day),
            Rows = day.Said.Select(row => new { row.Programme, row.Step, Channel = row.Channel.ToString(), row.Language, row.Count }),
            Skips = day.NotSaid.Select(row => new { row.Programme, row.Step, Reason = row.Reason.ToString(), row.ForStaff, row.Count }),
        }),
    };
}
