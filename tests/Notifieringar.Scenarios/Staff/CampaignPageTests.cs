using System.Net;
using Notifieringar.Planning.Calendar;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>Campaigns on staff's pages, from an idea to what was sent.</summary>
public sealed class CampaignPageTests
{
    private const string Form = "utskick/nytt/forfattarbesok";
    private const string Tester = "testaren@example.se";
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 10, 0);

    private static readonly (string Name, string Value)[] Typed =
        [("tid", "2025-03-04T18:00"), ("plats", "Provby bibliotek"), ("text", "Vi bjuder på saft & bullar."), ("postnummer", "998 10, 997"), ("sprak", "sv")];

    [Fact]
    public async Task ACampaign_IsWrittenDown_AndWhatIsTypedStaysUntilItIsRight()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var campaigner = await ASignedIn.AsAsync(library, "anna", "campaigner");
        using var staff = await ASignedIn.AsAsync(library, "bertil", "staff");

        var choice = await campaigner.PageAsync("utskick/nytt");
        Assert.Contains("Författarbesök", choice, StringComparison.Ordinal);
        Assert.DoesNotContain("Tolk vid hembesök", choice, StringComparison.Ordinal);
        Assert.DoesNotContain("Språkstart, första hembesöket", choice, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/personal/{ALibrary.Unit}/utskick/nytt")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await campaigner.GetAsync($"/personal/{ALibrary.Unit}/utskick/nytt/sprakstart-6")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PressAsync("import", Form, Typed)).StatusCode);

        using var wrong = await campaigner.PressAsync(Form, Form, [.. Typed.Where(field => field.Name != "plats"), ("plats", " ")]);
        var again = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("Skriv var det är.", again, StringComparison.Ordinal);
        Assert.All(["2025-03-04T18:00", "Vi bjuder på saft & bullar.", "998 10, 997"], typed => Assert.Contains(typed, again, StringComparison.Ordinal));

        var page = await PreparedAsync(campaigner);
        var draft = await campaigner.PageAsync(page);
        Assert.Contains("utkast", draft, StringComparison.Ordinal);
        Assert.Contains("Vi bjuder på saft & bullar.", draft, StringComparison.Ordinal);
        Assert.Contains("postnummer som börjar på 99810, 997", draft, StringComparison.Ordinal);
        using var twice = await campaigner.PressAsync(Form, Form, Typed);
        Assert.Contains("Det finns redan ett utskick", WebUtility.HtmlDecode(await twice.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADryRun_ShowsTextsByChannelAndLanguage_InFramesThatMayDoNothing()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var campaigner = await ASignedIn.AsAsync(library, "anna", "campaigner");
        await library.ImportAsync(new AFamily { GivenName = "Malva", Email = "malva@example.se", Born = new LocalDate(2020, 1, 1) });
        var page = await PreparedAsync(campaigner);

        using var answer = await campaigner.PressAsync(page, page, ("gor", "dryRun"));

        Assert.Contains("frame-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var tried = WebUtility.HtmlDecode(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Contains("1 skulle få något.", tried, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">e-post</th>", tried, StringComparison.Ordinal);
        Assert.Contains("<td>svenska</td>", tried, StringComparison.Ordinal);
        Assert.Matches("<iframe class=\"paper\" sandbox(=\"\")? title=", tried);
        Assert.Matches("<p>Hej (<bdi[^>]*>)?Malva", tried);
    }

    [Fact]
    public async Task ATest_GoesToWhoAsks_AboutTheCampaignsOwnOccasion()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var campaigner = await ASignedIn.AsAsync(library, "anna", "campaigner");
        using var staff = await ASignedIn.AsAsync(library, "bertil", "staff");
        var page = await PreparedAsync(campaigner);
        (string, string)[] Order(string to, string family = "twins", string text = "Email~sv") => [("gor", "test"), ("text", text), ("familj", family), ("till", to)];

        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PressAsync("import", page, Order(Tester))).StatusCode);
        foreach (var (order, sentence) in new[]
        {
            (Order("testaren"), "Skriv din egen e-postadress, bara en."),
            (Order(Tester, family: "no-phone"), "Den familjen får bara brev."),
            (Order(Tester, text: "Sms~sv"), "Skriv ditt eget svenska mobilnummer, bara ett."),
            (Order(Tester, text: "Email~tlh"), "Texten finns inte längre."),
        })
        {
            using var refused = await campaigner.PressAsync(page, page, order);
            var said = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(sentence, said, StringComparison.Ordinal);
            Assert.Contains("testaren", said, StringComparison.Ordinal);
        }

        Assert.Empty(library.Emails);
        Assert.Equal("campaign-tested", Said(await campaigner.PressAsync(page, page, Order(Tester))));
        var sent = Assert.Single(library.Emails);
        Assert.Equal(Tester, sent.To);
        Assert.StartsWith("[TEST] Författarbesök", sent.Subject, StringComparison.Ordinal);
        Assert.Contains("Vi bjuder på saft & bullar.", sent.Text, StringComparison.Ordinal);
        Assert.Contains("4 mars", sent.Text, StringComparison.Ordinal);

        using var letter = await campaigner.PressAsync(page, page, Order("", text: "Letter~sv"));
        Assert.Equal("application/pdf", letter.Content.Headers.ContentType!.MediaType);
        Assert.True((await letter.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).AsSpan().StartsWith("%PDF"u8));
    }

    [Fact]
    public async Task WhatIsRefused_SaysWhy()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var both = await ASignedIn.AsAsync(library, "anna", "campaigner", "approver");
        var page = await PreparedAsync(both);

        Assert.Contains("Gör en provkörning först.", await both.PageAsync(page), StringComparison.Ordinal);
        foreach (var (action, said) in new[]
        {
            ("approve", "campaign-NoDryRun"), ("pause", "campaign-NotUnderWay"), ("resume", "campaign-NotPaused"), ("cancel", "campaign-cancel"), ("dryRun", "campaign-NotDraft"),
            ("cancel", "campaign-Over"), ("approve", "campaign-NotDraft"),
        })
        {
            Assert.Equal(said, Said(await both.PressAsync("utskick/nytt/forfattarbesok", page, ("gor", action))));
        }

        Assert.Contains("utskicket är redan klart eller avbrutet", await both.PageAsync($"{page}?sagt=campaign-Over"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACampaignUnderWay_LooksAgainByItself_WithScriptAndWithout_AndNotWhenSignedOut()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var campaigner = await ASignedIn.AsAsync(library, "anna", "campaigner");
        using var approver = await ASignedIn.AsAsync(library, "bertil", "approver");
        await library.ImportAsync(new AFamily { GivenName = "Malva", Email = "malva@example.se", Born = new LocalDate(2020, 1, 1) });
        var page = await PreparedAsync(campaigner);

        Assert.Equal(HttpStatusCode.OK, (await approver.PressAsync(page, page, ("gor", "dryRun"))).StatusCode); // who approves has looked
        Assert.DoesNotContain("hx-trigger", await approver.PageAsync(page), StringComparison.Ordinal);
        Assert.Equal("campaign-approve", Said(await approver.PressAsync(page, page, ("gor", "approve"))));
        var underWay = await approver.PageAsync(page);
        Assert.Contains($"hx-get=\"/personal/{ALibrary.Unit}/{page}\"", underWay, StringComparison.Ordinal);
        Assert.Contains("hx-trigger=\"every 5s\"", underWay, StringComparison.Ordinal);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", underWay, StringComparison.Ordinal);
        Assert.Contains("<progress max=\"1\" value=\"0\">", underWay, StringComparison.Ordinal);

        using var nobody = ASignedIn.Nobody(library);
        using var look = new HttpRequestMessage(HttpMethod.Get, new Uri($"/personal/{ALibrary.Unit}/{page}", UriKind.Relative));
        look.Headers.Add("HX-Request", "true");
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.SendAsync(look)).StatusCode);

        await library.FireAsync("SweepCampaigns");
        await library.DrainAsync();
        library.Machine.SetClock(Stockholm.MomentOf(Morning.PlusDays(1)));
        await library.FireAsync("SendDueNotices");
        await library.DrainAsync();
        Assert.Contains("Hej Malva!", Assert.Single(library.Emails).Text, StringComparison.Ordinal);
        Assert.Contains("<progress max=\"1\" value=\"1\">", await approver.PageAsync(page), StringComparison.Ordinal);
    }

    private static async Task<string> PreparedAsync(ASignedIn campaigner)
    {
        using var prepared = await campaigner.PressAsync(Form, Form, Typed);
        Assert.Equal(HttpStatusCode.SeeOther, prepared.StatusCode);
        Assert.Equal("campaign-created", Said(prepared));
        return prepared.Headers.Location!.OriginalString.Split('?')[0][$"/personal/{ALibrary.Unit}/".Length..];
    }

    private static string Said(HttpResponseMessage answer) => answer.Headers.Location!.OriginalString.Split("?sagt=")[1];
}
