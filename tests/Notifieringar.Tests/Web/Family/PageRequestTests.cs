using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Web.Family;

namespace Notifieringar.Tests.Web.Family;

/// <summary>What is read from a request: language, address and answer.</summary>
public sealed class PageRequestTests
{
    [Theory]
    [InlineData("?lang=ar", "sv", "en", "ar")]
    [InlineData("?lang=xx", "en-GB,en;q=0.8", null, "en")]
    [InlineData("", "vi, ar;q=0.5, en;q=0.4", null, "ar")]
    [InlineData("", "so", null, "so")]
    [InlineData("", "fa-IR", null, "fa")]
    [InlineData("?lang=sv-x-lattlast", "en", null, "sv-x-lattlast")]
    [InlineData("", "en", "sv-x-lattlast", "sv-x-lattlast")]
    [InlineData("", "vi", null, "sv")]
    [InlineData("", "en", null, "en")]
    [InlineData("", "en", "ar-SY", "ar")]
    [InlineData("", "en", "vi", "sv")]
    [InlineData("?lang=en", "sv", "ar", "en")]
    public void Language_IsTheAddresssElseTheFamilysElseTheBrowsers(string query, string browser, string? family, string expected)
    {
        var request = Request();
        request.QueryString = new QueryString(query);
        request.Headers.AcceptLanguage = browser;
        var language = PageLanguage.Of(request);

        Assert.Equal(expected, (family is null ? language : language.OrOwn(family)).Tag);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.1, 203.0.113.7:5128", "203.0.113.7")]
    [InlineData("[2001:db8:1:2:3:4:5:6]:5128", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010DB800010002")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("", "198.51.100.1")]
    [InlineData("unknown", "198.51.100.1")]
    public void ClientAddress_IsTheLastHop(string forwarded, string expected)
    {
        var request = Request();
        request.Headers["X-Forwarded-For"] = forwarded;
        request.HttpContext.Connection.RemoteIpAddress = IPAddress.Parse("198.51.100.1");

        Assert.Equal(expected, ClientAddress.Of(request));
    }

    [Theory]
    [InlineData("answer=yes", AnswerChoice.Yes)]
    [InlineData("answer=no", AnswerChoice.No)]
    [InlineData("answer=collect", AnswerChoice.Collect)]
    [InlineData("answer=other", AnswerChoice.AnotherTime)]
    [InlineData("answer=stop", null)]
    [InlineData("answer=maybe", null)]
    [InlineData("answer=yes&answer=no", null)]
    [InlineData("", null)]
    [InlineData("a=1&b=2&c=3&answer=yes", null)]
    [InlineData("answer=yesyesyesyesyesyesyesyesyesyes", null)]
    public async Task AnswerForm_ReadsAShortWord(string body, AnswerChoice? expected)
    {
        var request = Request();
        request.ContentType = "application/x-www-form-urlencoded";
        request.Body = new MemoryStream(Encoding.ASCII.GetBytes(body));

        Assert.Equal(expected, (await AnswerForm.ReadAsync(request, CancellationToken.None)).Choice);
    }

    [Theory]
    [InlineData("slot=20270302T1000", "2027-03-02T10:00", false, null)]
    [InlineData("answer=take&slot=20270302T1000", "2027-03-02T10:00", true, null)]
    [InlineData("slot=20271302T1000", null, false, null)]
    [InlineData("vote=2", null, false, 2)]
    [InlineData("vote=-1", null, false, null)]
    public async Task AnswerForm_ReadsTimesAndVotes(string body, string? time, bool takes, int? alternative)
    {
        var request = Request();
        request.ContentType = "application/x-www-form-urlencoded";
        request.Body = new MemoryStream(Encoding.ASCII.GetBytes(body));

        var form = await AnswerForm.ReadAsync(request, CancellationToken.None);

        Assert.Equal((time, takes, alternative), (form.Slot?.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), form.Takes, form.Alternative));
    }

    [Theory]
    [InlineData("answer=stop", true)]
    [InlineData("answer=no", false)]
    [InlineData("stop=1", false)]
    public async Task AnswerForm_StopsOnlyWhenThatIsPressed(string body, bool expected)
    {
        var request = Request();
        request.ContentType = "application/x-www-form-urlencoded";
        request.Body = new MemoryStream(Encoding.ASCII.GetBytes(body));

        Assert.Equal(expected, (await AnswerForm.ReadAsync(request, CancellationToken.None)).Stops);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    [InlineData(null)]
    public async Task AnswerForm_AnotherKindOfBody_IsNoAnswer(string? contentType)
    {
        var request = Request();
        request.ContentType = contentType;
        request.Body = new MemoryStream("answer=yes"u8.ToArray());

        Assert.True((await AnswerForm.ReadAsync(request, CancellationToken.None)).IsEmpty);
    }

    private static HttpRequest Request() => new DefaultHttpContext().Request;
}
