using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Notifieringar.Web.Family;

namespace Notifieringar.Tests.Web.Family;

public sealed class PageResultTests
{
    [Fact]
    public async Task Page_Policy_AllowsTheStyleThatStandsInItAndNothingElse()
    {
        var page = await Answered.OfAsync(new PageResult(StatusCodes.Status200OK, PageLayout.Render("sv", "Titel", "<p>Text</p>")));

        var style = page.Body[(page.Body.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length)..page.Body.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains(
            $"Content-Security-Policy: default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            page.Headers,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cache-Control: no-store")]
    [InlineData("Content-Type: text/html; charset=utf-8")]
    [InlineData("Referrer-Policy: no-referrer")]
    [InlineData("X-Content-Type-Options: nosniff")]
    [InlineData("X-Robots-Tag: noindex")]
    public async Task Page_Headers_KeepItPrivate(string header)
    {
        var page = await Answered.OfAsync(new PageResult(StatusCodes.Status200OK, "<p>"));

        Assert.Contains(header, page.Headers, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", page.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeeOther_IsAnsweredByGetAndStoredNowhere()
    {
        var answer = await Answered.OfAsync(new SeeOtherResult("/s/346FH9KQRT"));

        Assert.Equal(StatusCodes.Status303SeeOther, answer.Status);
        Assert.Contains("Location: /s/346FH9KQRT", answer.Headers, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", answer.Headers, StringComparison.Ordinal);
        Assert.Contains("Referrer-Policy: no-referrer", answer.Headers, StringComparison.Ordinal);
    }
}
