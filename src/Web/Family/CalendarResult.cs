using System.Text;
using Microsoft.AspNetCore.Http;

namespace Notifieringar.Web.Family;

/// <summary>A calendar file to keep.</summary>
/// <param name="file">RFC 5545.</param>
internal sealed class CalendarResult(string file) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var bytes = Encoding.UTF8.GetBytes(file);
        response.ContentType = "text/calendar; charset=utf-8; method=PUBLISH";
        response.ContentLength = bytes.Length;
        response.Headers.ContentDisposition = "attachment; filename=biblioteket.ics";
        PageResult.WritePrivacy(response);
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
