using System.Net;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>A text as a family gets it, in its frame.</summary>
public sealed class TextPreviewTests
{
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 9, 0);

    [Fact]
    public async Task APreview_ShowsWhatIsTyped_RunsNothing_AndStandsInOurOwnFramesOnly()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");
        const string Page = "mallar/sprakstart-6/reminder/sms/sv";

        using var answer = await administrator.PressAsync(
            Page, $"{Page}/forhandsvisning", ("text", "Hej {{ children.names }}! <script>alert(1)</script>" + new string('x', 170)), ("familj", "twins"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("; sandbox;", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Hej Alva och Bo! &lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("2 sms att betala f", html, StringComparison.Ordinal);
        Assert.Contains("Provby bibl", html, StringComparison.Ordinal);
        using var lacking = await administrator.PressAsync(Page, $"{Page}/forhandsvisning", ("text", "{{ occasion.last_day }}"));
        Assert.Contains("occasion.last_day", await lacking.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var nobody = await administrator.PressAsync(Page, $"{Page}/forhandsvisning", ("text", "Hej"), ("familj", "no-phone"));
        Assert.Contains("ingen telefon", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(library.Sms);
    }

    [Fact]
    public async Task AnEmail_IsShownAsItsLineInTheInbox_AndAsItIsOpened_WithItsOwnStyleOnly()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");
        const string Page = "mallar/sprakstart-6/reminder/email/ar";

        using var answer = await administrator.GetAsync($"/personal/{ALibrary.Unit}/{Page}/forhandsvisning?familj=arabic");

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("class=\"inbox\"", html, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", html, StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("'unsafe-hashes'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALetter_IsShownAsItsPages_AndThroughTheWindowAtEveryShift()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");
        const string Page = "mallar/sprakstart-6/invitation/letter/ar";
        foreach (var family in new[] { "twins", "long-names", "no-phone" })
        {
            using var answer = await administrator.GetAsync($"/personal/{ALibrary.Unit}/{Page}/forhandsvisning?familj={family}");
            var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(html.Contains("Fönstret visar hela adressen och inget annat", StringComparison.Ordinal), family);
            Assert.Equal(4, html.Split("class=\"hole\"").Length - 1);
            Assert.DoesNotContain(" style=\"", html, StringComparison.Ordinal);
        }

        using var tooLong = await administrator.PressAsync(Page, $"{Page}/forhandsvisning", ("text", string.Concat(Enumerable.Repeat("<p>" + string.Concat(Enumerable.Repeat("ord och ", 100)) + "</p>", 45))));
        Assert.Contains("Texten får inte plats", WebUtility.HtmlDecode(await tooLong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var markup = await administrator.PressAsync(Page, $"{Page}/forhandsvisning", ("text", "<p>Hej</div>"));
        Assert.Contains("HTML som ett brev inte får ha", WebUtility.HtmlDecode(await markup.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var pdf = await administrator.PressAsync(Page, Page, ("gor", "test"), ("text", await WordsAsync(administrator, Page)), ("familj", "twins"));
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<string> WordsAsync(ASignedIn administrator, string page)
    {
        var html = await administrator.PageAsync(page);
        var from = html.IndexOf('>', html.IndexOf("<textarea id=\"text\"", StringComparison.Ordinal)) + 1;
        return html[from..html.IndexOf("</textarea>", from, StringComparison.Ordinal)];
    }
}
