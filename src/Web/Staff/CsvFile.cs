using System.Globalization;
using Microsoft.AspNetCore.Http;
using Notifieringar.Web.Family;

namespace Notifieringar.Web.Staff;

/// <summary>A table to be saved as a file and opened in Excel (<see cref="SafeCsv"/>).</summary>
/// <param name="name">The file's name: letters, digits and hyphens.</param>
/// <param name="rows">The rows, with their headings.</param>
internal sealed class CsvFile(string name, IEnumerable<IReadOnlyList<string>> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var bytes = SafeCsv.Of(rows);
        response.ContentType = "text/csv; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{name}.csv\"");
        PageResult.WritePrivacy(response);
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
