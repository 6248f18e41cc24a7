using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Notifieringar.Web.Family;

/// <summary>A page with the headers that keep it private: nothing is stored, and no other site learns its address.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="html">The page.</param>
/// <param name="retryAfter">Seconds until a new try may help; null when none does.</param>
/// <param name="securityPolicy">What the page may load; null for a family's page.</param>
internal sealed class PageResult(int status, string html, int? retryAfter = null, string? securityPolicy = null) : IResult
{
    public int Status => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var page = Encoding.UTF8.GetBytes(html);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.ContentSecurityPolicy = securityPolicy ?? PageLayout.SecurityPolicy;
        if (retryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        WritePrivacy(response);
        await response.Body.WriteAsync(page, httpContext.RequestAborted).ConfigureAwait(false);
    }

    internal static void WritePrivacy(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}

/// <summary>The way to another page, always by GET: reloading it does not answer again.</summary>
/// <param name="address">Path and query on this site.</param>
internal sealed class SeeOtherResult(string address) : IResult
{
    public string Address => address;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        PageResult.WritePrivacy(httpContext.Response);
        return Task.CompletedTask;
    }
}
