using System.Net;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Records.Reaching;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Hooks;

/// <summary>The unsubscribe address of e-mails (RFC 8058).</summary>
public sealed class UnsubscribeTests
{
    [Fact]
    public async Task OneClick_EndsEmails_ForGood_AndLookingNeverDoes()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        using var reader = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var family = new AFamily { GivenName = "Malva", Email = "malva@example.se", Language = "arabiska" };
        await AReminder.SentAsync(library, family);
        var headers = Assert.Single(library.Emails).Headers;
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);
        var address = new Uri(headers["List-Unsubscribe"].Trim('<', '>'));

        using var page = await reader.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var other = await reader.PostAsync(address, Form("List-Unsubscribe=later"));
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Equal(ClosedChannels.None, (await library.HouseholdOfAsync("Malva")).Person.Closed);

        using var unsubscribed = await reader.PostAsync(address, Form("List-Unsubscribe=One-Click"));
        Assert.Equal((HttpStatusCode.OK, false), (unsubscribed.StatusCode, unsubscribed.Headers.Contains("Set-Cookie")));
        Assert.Equal(ClosedChannels.Email, (await library.HouseholdOfAsync("Malva")).Person.Closed);
        var kept = Assert.Single((await new Suppressions(provider.Tables).ReadAsync(ALibrary.Unit, CancellationToken.None)).Values);
        Assert.Equal((ClosedChannels.Email, SuppressionReason.OptedOut), (kept.Channels, kept.Reason));

        await library.ImportAsync(family);
        Assert.Equal(ClosedChannels.Email, (await library.HouseholdOfAsync("Malva")).Person.Closed);
        var token = address.AbsolutePath.Split('/')[^1];
        Assert.DoesNotContain(token, await File.ReadAllTextAsync(library.FunctionLog), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownToken_GetsTheSamePage_AndClosesNothing()
    {
        await using var library = await ALibrary.OpensAsync(AReminder.PlanningDay);
        using var provider = new AProvider(library);
        using var reader = new HttpClient { BaseAddress = library.Machine.PublicUrl };
        await library.ImportAsync(new AFamily { GivenName = "Malva", Email = "malva@example.se" });

        using var page = await reader.GetAsync(new Uri("u/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", UriKind.Relative));
        using var answer = await reader.PostAsync(new Uri("u/gissning", UriKind.Relative), Form("List-Unsubscribe=One-Click"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, answer.StatusCode));
        Assert.Contains("Skicka ingen mer e-post", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(ClosedChannels.None, (await library.HouseholdOfAsync("Malva")).Person.Closed);
        Assert.Empty(await new Suppressions(provider.Tables).ReadAsync(ALibrary.Unit, CancellationToken.None));
    }

    private static StringContent Form(string body) => new(body, Encoding.ASCII, "application/x-www-form-urlencoded");
}
