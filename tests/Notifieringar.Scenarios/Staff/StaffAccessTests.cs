using System.Net;
using System.Text;
using Notifieringar.Planning.Calendar;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>Who opens staff's pages, and who does not.</summary>
public sealed class StaffAccessTests
{
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 9, 0);

    [Fact]
    public async Task NobodySignedIn_IsSentToSignIn_WhateverTheHeaderSays()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        await ASignedIn.GiveAsync(library, ALibrary.Unit.Value, "anna", "staff");
        using var browser = ASignedIn.Nobody(library);
        using var forged = new HttpRequestMessage(HttpMethod.Get, new Uri($"/personal/{ALibrary.Unit}/idag", UriKind.Relative));
        const string principal = """{ "claims": [{ "typ": "oid", "val": "anna" }] }""";
        forged.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(principal)));

        foreach (var answer in new[] { await browser.GetAsync($"/personal/{ALibrary.Unit}/idag"), await browser.SendAsync(forged) })
        {
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.StartsWith("/.auth/login/local", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        using var elsewhere = ASignedIn.Nobody(library);
        var page = await (await elsewhere.GetAsync("/.auth/login/local?post_login_redirect_uri=https://example.se/")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("example.se", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheSignInIsNotTrusted_NobodyIsLetIn()
    {
        await using var library = await ALibrary.OpensAsync(Morning, machine: options => options with
        {
            ExtraSettings = new Dictionary<string, string>(options.ExtraSettings) { ["Access__TrustSignIn"] = "false" },
        });
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await staff.GetAsync($"/personal/{ALibrary.Unit}/idag")).StatusCode);
    }

    [Fact]
    public async Task WhoHasNoRole_SeesNothing_AndAnotherUnitsPageIsNotThere()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var system = new ALibrarySystem(library);
        Assert.Equal(204, (await system.AdministerAsync("PUT", "units/grannby", UnitWallTests.Rules)).Status); // it is there, for others
        using var stranger = await ASignedIn.AsAsync(library, "utomstaende");
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/personal")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync($"/personal/{ALibrary.Unit}/idag")).StatusCode);
        var mine = await staff.GetAsync("/personal");
        Assert.Equal($"/personal/{ALibrary.Unit}/idag", mine.Headers.Location!.OriginalString);
        var (other, missing) = (await staff.GetAsync("/personal/grannby/idag"), await staff.GetAsync($"/personal/{ALibrary.Unit}/hemligt"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (other.StatusCode, missing.StatusCode));
        Assert.Equal(await missing.Content.ReadAsStringAsync(), await other.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AForm_NeedsItsTokenAndTheRole()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var colleague = await ASignedIn.AsAsync(library, "bertil", "staff");
        var family = new AFamily { GivenName = "Malva", Phone = AFamily.PhoneNumber(51) };
        await library.ImportAsync(family);
        var visit = Assert.Single(await library.OccasionsAsync());
        library.Machine.SetClock(Stockholm.MomentOf(visit.Starts.Date.At(new LocalTime(7, 0))));
        await library.ImportAsync(family);
        Assert.Contains("Malva Provström", await staff.PageAsync("idag"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await staff.PostAsync("idag", ("sjuk", "Par 1"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.PostAsync("idag", ("sjuk", "Par 1"), ("kvitto", "påhittat"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await colleague.PressWithTokenOfAsync(staff, "idag", "idag", ("sjuk", visit.Visitors))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.PressAsync("idag", "utskick/okänt~invitation", ("gor", "approve"))).StatusCode);
        Assert.Null(Assert.Single(await library.OccasionsAsync()).CancelledBy);

        Assert.Equal(HttpStatusCode.SeeOther, (await staff.PressAsync("idag", "idag", ("sjuk", visit.Visitors))).StatusCode);
        await library.DrainAsync();
        Assert.NotNull(Assert.Single(await library.OccasionsAsync()).CancelledBy);
    }

    [Theory]
    [InlineData("idag")]
    [InlineData("kalender")]
    [InlineData("kalender/manad")]
    [InlineData("familjer")]
    [InlineData("traffar")]
    [InlineData("ringlista")]
    [InlineData("brev")]
    [InlineData("utskick")]
    [InlineData("import")]
    [InlineData("problem")]
    [InlineData("problem/inkorg")]
    [InlineData("rapporter")]
    [InlineData("prov")]
    [InlineData("brev/fonster")]
    public async Task EveryPage_LoadsNothingAndTellsNobody(string page)
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");

        using var answer = await staff.GetAsync($"/personal/{ALibrary.Unit}/{page}");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-", policy, StringComparison.Ordinal);
        Assert.Equal("script-src 'self'", Assert.Single(policy.Split("; "), rule => rule.StartsWith("script-src", StringComparison.Ordinal)));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.All(
            answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [],
            cookie =>
            {
                Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            });
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"sv\">", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?! src=\"/personal/filer/)", html); // files of our own, and no code in the page
    }
}
