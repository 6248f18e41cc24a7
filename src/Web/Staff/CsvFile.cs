using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Notifieringar.Web.Family;

namespace Notifieringar.Web.Staff;

/// <summary>A table as a file that Excel opens rightly in Sweden: semicolons, UTF-8 with its mark, and no cell that Excel would take for a
/// formula.</summary>
/// <param name="name">The file's name: letters, digits and hyphens.</param>
/// <param name="rows">The rows, with their headings.</param>
internal sealed class CsvFile(string name, IEnumerable<IReadOnlyList<string>> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(rows))];
        response.ContentType = "text/csv; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{name}.csv\"");
        PageResult.WritePrivacy(response);
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The file's text.</summary>
    internal static string Text(IEnumerable<IReadOnlyList<string>> rows) => string.Concat(rows.Select(row => string.Join(';', row.Select(Cell)) + "\r\n"));

    // Excel reads what begins so as a formula, also inside quotes; the apostrophe says that it is text.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text.TrimStart() is var shown && (shown.Length == 0 || "=+-@".Contains(shown[0], StringComparison.Ordinal) || char.IsControl(text[0]))
            ? $"'{text}"
            : text;
        return safe.AsSpan().IndexOfAny("\";\r\n\t") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
