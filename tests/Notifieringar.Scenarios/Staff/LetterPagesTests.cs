using System.Net;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>Whose letters lie in a pile, which came back, and whether the address stays in the window.</summary>
public sealed class LetterPagesTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task APart_ShowsWhoseLettersItHolds_NeverTheProtected_AndTakesAReturnedOneBack()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Hemlig" }, new AFamily { GivenName = "Malva" });
        await library.GoToAsync(PlanningDay.Date.At(new LocalTime(9, 0)));
        Assert.Contains("2 brev väntar", await staff.PageAsync("brev"), StringComparison.Ordinal);
        await library.GoToAsync(PlanningDay.Date.At(new LocalTime(14, 5)));
        var pull = Assert.Single((await administrator.SilenceAsync(await library.HouseholdOfAsync("Hemlig"), "protected")).Pull).FirstPage;

        var part = await staff.PageAsync("brev/2025-02-03/1");
        Assert.Contains("Malva", part, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemlig", part, StringComparison.Ordinal);
        Assert.Contains($"Ta bort brevet som börjar på sida {pull}", part, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"retur\"", part, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/personal/{ALibrary.Unit}/brev/2025-02-03/2")).StatusCode);

        await staff.PressAsync("brev/2025-02-03/1", "brev/2025-02-03/1", ("plockat", $"{pull}"));
        await staff.PressAsync("brev", "brev/2025-02-03/1", ("postat", "ja"));
        var malvas = Assert.Single(await library.PilesAsync()).Pages.Single(page => page.FirstPage != pull).FirstPage;
        Assert.Contains($"name=\"retur\" value=\"{malvas}\"", await staff.PageAsync("brev/2025-02-03/1"), StringComparison.Ordinal);
        var returned = await staff.PressAsync("brev/2025-02-03/1", "brev/2025-02-03/1", ("retur", $"{malvas}"));
        Assert.EndsWith("?sagt=returned", returned.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("kom i retur", await staff.PageAsync("brev/2025-02-03/1"), StringComparison.Ordinal);
        Assert.Contains("Malva", await staff.PageAsync("problem/ReturnedLetter"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWindowCheck_TellsOfEveryShift_AndHasASheetToTry()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");

        var page = await staff.PageAsync("brev/fonster");
        using var sheet = await staff.GetAsync($"/personal/{ALibrary.Unit}/brev/fonster/pdf");

        Assert.Contains("C5-H2", page, StringComparison.Ordinal);
        Assert.Contains("Hela adressen syns i fönstret", page, StringComparison.Ordinal);
        Assert.Equal(9, page.Split("class=\"window\"").Length - 1);
        Assert.Equal("application/pdf", sheet.Content.Headers.ContentType!.MediaType);
        Assert.Equal("%PDF"u8.ToArray(), (await sheet.Content.ReadAsByteArrayAsync())[..4]);
    }
}
