using System.Text;
using Microsoft.AspNetCore.Http;
using Notifieringar.Web.Family;

namespace Notifieringar.Tests.Web.Family;

public sealed class UnsubscribePagesTests
{
    private const string Multipart = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click", true)]
    [InlineData("multipart/form-data; boundary=x", Multipart, true)]
    [InlineData("application/x-www-form-urlencoded", "List-Unsubscribe=no", false)]
    [InlineData("application/x-www-form-urlencoded", "", false)]
    [InlineData("application/x-www-form-urlencoded", "a=1&b=2&c=3&List-Unsubscribe=One-Click", false)]
    [InlineData("multipart/form-data", Multipart, false)]
    [InlineData("text/plain", "List-Unsubscribe=One-Click", false)]
    [InlineData(null, "List-Unsubscribe=One-Click", false)]
    public async Task IsAsked_APost_AsksOnlyInTheWordsOfTheStandard(string? contentType, string body, bool expected)
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = contentType;
        request.Body = new MemoryStream(Encoding.ASCII.GetBytes(body));

        Assert.Equal(expected, await UnsubscribePages.IsAskedAsync(request, CancellationToken.None));
    }

    [Theory]
    [InlineData("sv", "ltr")]
    [InlineData("ar", "rtl")]
    public void Ask_InALanguage_HasOneButtonThatPosts(string language, string direction)
    {
        var page = UnsubscribePages.Ask(new PageLanguage(language, IsAsked: false));

        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", page, StringComparison.Ordinal);
        Assert.Single(page.Split("<form method=\"post\"><button")[1..]);
        Assert.Single(page.Split("<button")[1..]);
        Assert.Contains("name=\"List-Unsubscribe\" value=\"One-Click\"", page, StringComparison.Ordinal);
    }
}
