using System.Net;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>The coming days, played when somebody presses the button.</summary>
public sealed class RehearsalPageTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task TheComingDays_ArePlayedWhenAskedFor_ByStepChannelLanguageAndReason()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        await library.ImportAsync(new AFamily { GivenName = "Malva", Language = "arabiska" }, new AFamily { GivenName = "Livia", Phone = AFamily.PhoneNumber(41) });

        Assert.DoesNotContain("Så blir det", await staff.PageAsync("prov"), StringComparison.Ordinal);
        var page = await staff.PageAsync("prov?dagar=60");

        Assert.Contains("måndag 3 februari 2025", page, StringComparison.Ordinal);
        Assert.Contains("Skickas: 2", page, StringComparison.Ordinal);
        Assert.Contains("inbjudan", page, StringComparison.Ordinal);
        Assert.Contains("<td>arabiska</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>sms</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Malva", page, StringComparison.Ordinal);
        Assert.Empty(library.Sms);
        Assert.Contains("Skickas inte", await staff.PageAsync("prov?dagar=60&import=nej"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("-1")]
    [InlineData("många")]
    public async Task AnotherNumberOfDays_IsRefused_AndWhatWasTypedIsKept(string days)
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");

        using var answer = await staff.GetAsync($"/personal/{ALibrary.Unit}/prov?dagar={Uri.EscapeDataString(days)}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("från 1 till 60", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{days}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Så blir det", page, StringComparison.Ordinal);
    }
}
