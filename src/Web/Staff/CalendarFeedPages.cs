using System.Text;
using Microsoft.AspNetCore.Http;
using Notifieringar.Web.Family;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Staff;

/// <summary>Calendars that are subscribed to: the only thing under <c>/personal</c> without a sign-in. The address is the key, and an address
/// that opens nothing tells nothing of why.</summary>
/// <param name="calendars">Calendars.</param>
internal sealed class CalendarFeedPages(ShareCalendar calendars)
{
    private const string Segment = "kalenderflode/";
    private const string Ending = ".ics";

    /// <summary>The calendar of a path after <c>/personal/</c>; null for a path that is about something else.</summary>
    public async Task<IResult?> FindAsync(HttpRequest request, string path, CancellationToken cancellation)
    {
        if (!path.StartsWith(Segment, StringComparison.Ordinal))
        {
            return null;
        }

        var file = path.EndsWith(Ending, StringComparison.Ordinal) && HttpMethods.IsGet(request.Method)
            ? await calendars.ReadAsync(path[Segment.Length..^Ending.Length], cancellation).ConfigureAwait(false)
            : null;
        PageResult.WritePrivacy(request.HttpContext.Response);
        return file is null ? Results.StatusCode(StatusCodes.Status404NotFound) : Results.Bytes(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8");
    }
}
