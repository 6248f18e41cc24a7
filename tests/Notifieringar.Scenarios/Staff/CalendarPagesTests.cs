using System.Net;
using System.Text.RegularExpressions;
using Notifieringar.Scenarios.Visits;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Scenarios.Staff;

/// <summary>The calendar of visits, and the one on a phone.</summary>
public sealed partial class CalendarPagesTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);
    private static readonly AFamily Family = new() { GivenName = "Malva", FamilyName = "Provgren", Street = "Granstigen 4", Town = "Provby", Phone = AFamily.PhoneNumber(44) };

    [Fact]
    public async Task TheWeekAndTheMonth_ShowVisitsByPair_AndTimesThatAreFree()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        await library.ImportAsync(Family);
        var visit = Assert.Single(await library.OccasionsAsync());
        var day = LocalDatePattern.Iso.Format(visit.Starts.Date);

        var week = await staff.PageAsync($"kalender?dag={day}");
        Assert.Contains("Malva Provgren", week, StringComparison.Ordinal);
        Assert.Contains("har inte svarat, vi kommer ändå", week, StringComparison.Ordinal);
        Assert.Contains("ledig", week, StringComparison.Ordinal);
        Assert.DoesNotContain("Granstigen", week, StringComparison.Ordinal);
        var month = await staff.PageAsync($"kalender/manad?manad={day[..7]}");
        Assert.Contains($"{visit.Visitors}: {visit.Starts:HH.mm}", month, StringComparison.Ordinal);
        Assert.DoesNotContain("Provgren", month, StringComparison.Ordinal);
        Assert.DoesNotContain("Provgren", await staff.PageAsync("kalender?dag=2025-06-02"), StringComparison.Ordinal);
        await staff.PageAsync("kalender?dag=inget");
    }

    [Fact]
    public async Task AFeed_IsReadWithoutSigningIn_SaysNobodysNameOrStreet_AndForgetsASilencedFamily()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = new AStaffMember(library);
        await library.ImportAsync(Family);
        var visit = Assert.Single(await library.OccasionsAsync());
        var household = await library.HouseholdOfAsync("Malva");
        var path = await OpenedAsync(staff, visit.Visitors);
        using var phone = ASignedIn.Nobody(library);

        using var answer = await phone.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var file = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"DTSTART;TZID=Europe/Stockholm:{visit.Starts:yyyyMMdd'T'HHmmss}", file, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Provby", file, StringComparison.Ordinal);
        string[] secrets = ["Malva", "Provgren", "Tuva", "Granstigen", "99810", household.Person.Id.Value, visit.Id.Value, "4670174"];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, file, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(ALibrary.Unit.Value, path.Split('/')[^1], StringComparison.Ordinal);

        await administrator.SilenceAsync(household, "protected");
        Assert.DoesNotContain("VEVENT", await (await phone.GetAsync(path)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Provgren", await staff.PageAsync($"kalender?dag={LocalDatePattern.Iso.Format(visit.Starts.Date)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFeedThatIsRenewedOrClosed_OpensNothingAtItsOldAddress()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var phone = ASignedIn.Nobody(library);
        var first = await OpenedAsync(staff, "Par 1");
        var other = await OpenedAsync(staff, "Par 2");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(first));

        var second = await OpenedAsync(staff, "Par 1");
        Assert.NotEqual(first, second);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(first), await StatusAsync(second)));
        await staff.PressAsync("kalender", "kalender", ("stang", "Par 1"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(second), await StatusAsync(other)));
        Assert.NotEqual(second, await OpenedAsync(staff, "Par 1")); // one that was closed stays closed
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));

        var token = Token().Match(other).Groups["token"].Value;
        var changed = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/personal/kalenderflode/{changed}.ics"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/personal/kalenderflode/{token}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/personal/kalenderflode/.ics"));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.PressAsync("kalender", "kalender", ("oppna", "Par 9"))).StatusCode);

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var answer = await phone.GetAsync(path);
            return answer.StatusCode;
        }
    }

    // The address of a pair that has just been opened.
    private static async Task<string> OpenedAsync(ASignedIn staff, string pair)
    {
        var opened = await staff.PressAsync("kalender", "kalender", ("oppna", pair));
        Assert.EndsWith("?sagt=feedOpened", opened.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = await staff.PageAsync("kalender");
        var address = Token().Match(page, page.IndexOf($"<h3>{pair}</h3>", StringComparison.Ordinal));
        Assert.True(address.Success, page);
        return address.Value;
    }

    [GeneratedRegex("/personal/kalenderflode/(?<token>[A-Za-z0-9_-]+)\\.ics")]
    private static partial Regex Token();
}
