using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notifieringar.Planning.Visits;
using Notifieringar.Web.Family;
using Notifieringar.Workflows;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Web.Staff;

/// <summary>A day's visits as a page to print.</summary>
public static class DayListPage
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH.mm");
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH.mm");

    /// <summary>The page.</summary>
    /// <param name="list">The list.</param>
    /// <returns>200, or 410 for a day that is not shown.</returns>
    public static IResult Of(DayListOutcome list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = StaffText.Swedish;
        var heading = PageHtml.Fill(text.DayHeading, new Dictionary<string, string> { ["day"] = PageHtml.Encode(Day(list.Day)) });
        var main = list switch
        {
            { IsClosed: true } => $"<p>{PageHtml.Encode(text.DayGone)}</p>",
            { Visits.IsEmpty: true } => $"<p>{PageHtml.Encode(text.DayEmpty)}</p>",
            _ => string.Join('\n', list.Visits.GroupBy(visit => visit.Visitors, StringComparer.Ordinal).Select(pair => Table(pair.Key, pair, text))) + Shred(list, text),
        };
        return new PageResult(
            list.IsClosed ? StatusCodes.Status410Gone : StatusCodes.Status200OK,
            StaffLayout.Render(Day(list.Day), $"<p class=\"library\">{PageHtml.Encode(list.Library)}</p>\n<h1>{heading}</h1>\n{main}"),
            securityPolicy: StaffLayout.SecurityPolicy);
    }

    private static string Day(LocalDate day) => day.ToString("dddd d MMMM yyyy", Swedish);

    private static string Table(string visitors, IEnumerable<DayVisit> visits, StaffText text) => $"""
        <h2>{PageHtml.Encode(visitors)}</h2>
        <table tabindex="0">
        <thead><tr>{string.Concat(new[] { text.Time, text.Who, text.Where, text.Ages, text.Bag, text.Answer }.Select(name => $"<th scope=\"col\">{PageHtml.Encode(name)}</th>"))}</tr></thead>
        <tbody>
        {string.Join('\n', visits.Select(visit => Row(visit, text)))}
        </tbody>
        </table>
        """;

    private static string Row(DayVisit visit, StaffText text)
    {
        var ages = visit.ChildMonths.Select(months => PageHtml.Fill(text.Months, new Dictionary<string, string> { ["months"] = months.ToString(CultureInfo.InvariantCulture) }));
        var address = visit.Address is { } home ? StaffAddress.Line(home) : text.UnknownAddress;
        var two = visit.NeedsTwo ? $" <strong>{PageHtml.Encode(text.NeedsTwo)}</strong>" : "";
        var interpreting = visit.Interpreting switch
        {
            Interpreting.Booked => $"<br>{PageHtml.Encode(text.InterpreterBooked)}",
            Interpreting.Relative => $"<br>{PageHtml.Encode(text.RelativeInterprets)}",
            _ => "",
        };
        return $"<tr><th scope=\"row\">{Time.Format(visit.Starts.TimeOfDay)}</th><td>{PageHtml.Name(visit.Name ?? text.UnknownName)}{two}</td><td>{PageHtml.Encode(address)}</td>"
            + $"<td>{string.Join("<br>", ages)}</td><td>{PageHtml.Encode(visit.BagLanguage)}{interpreting}</td><td>{PageHtml.Encode(visit.HasSaidYes ? text.SaidYes : text.NoAnswer)}</td></tr>";
    }

    private static string Shred(DayListOutcome list, StaffText text) =>
        $"\n<p class=\"shred\">{PageHtml.Fill(text.DayShred, new Dictionary<string, string> { ["time"] = Moment.Format(list.ReadAt) })}</p>";
}
