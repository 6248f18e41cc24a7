using System.Text;
using Microsoft.AspNetCore.Http;

namespace Notifieringar.Tests.Web.Family;

/// <summary>What a result sends.</summary>
internal sealed record Answered(int Status, string Headers, string Body)
{
    public static async Task<Answered> OfAsync(IResult result)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext();
        http.Response.Body = body;
        await result.ExecuteAsync(http);
        var headers = http.Response.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}");
        return new Answered(http.Response.StatusCode, string.Join('\n', headers), Encoding.UTF8.GetString(body.ToArray()));
    }
}
