using System.Net;
using System.Text;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>A programme's year in numbers.</summary>
public sealed class ReportPagesTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task AYear_IsCountedAtNight_AndShownWithItsChartsTablesAndFile()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = new AStaffMember(library);
        await library.ImportAsync([.. Enumerable.Range(0, 7).Select(index => new AFamily { GivenName = $"Familj{(char)('A' + index)}" }), new AFamily { GivenName = "Hemlig", Protected = true }]);
        await library.GoToAsync(PlanningDay.Date.At(new LocalTime(9, 0)));
        await library.GoToAsync(PlanningDay.Date.At(new LocalTime(14, 5)));
        foreach (var family in (await library.PeopleAsync()).Where(family => !family.Invitations.IsEmpty))
        {
            var said = await administrator.PostAsync(
                $"answers/{ALibrary.Unit}", new { person = family.Person.Id.Value, occasion = family.Invitations[0].Occasion.Value, answer = "yes", by = "personal-1" });
            Assert.True(said.IsSuccessStatusCode, await said.Content.ReadAsStringAsync());
        }

        Assert.Contains("Ingenting är räknat ännu", await staff.PageAsync("rapporter"), StringComparison.Ordinal);
        await library.FireAsync("StartReports");
        await library.DrainAsync();

        var page = await staff.PageAsync("rapporter");
        Assert.Contains("100 % av dem som nåddes", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"digits\">7</td>", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Diagram: Från inbjudan till besök", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Familj", page.Replace("Familjer", "", StringComparison.Ordinal), StringComparison.Ordinal);

        using var file = await staff.GetAsync($"/personal/{ALibrary.Unit}/rapporter/csv?program=sprakstart-6&ar=2025");
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Equal([.. Encoding.UTF8.Preamble], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.Contains("\"2025\";\"\";\"Inbjudna\";\"\";\"7\"\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\"2025\";\"\";\"Kanal\";\"brev\";\"7\"\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFewFamilies_AreNotToldOf_NeitherOnThePageNorInTheFile()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        await library.ImportAsync(new AFamily { GivenName = "Malva" }, new AFamily { GivenName = "Livia" }, new AFamily { GivenName = "Tuva" });

        var counting = await staff.PressAsync("rapporter", "rapporter", ("gor", "rakna"));
        Assert.EndsWith("?sagt=counting", counting.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await library.DrainAsync();

        Assert.DoesNotContain("<td class=\"digits\">3</td>", await staff.PageAsync("rapporter"), StringComparison.Ordinal);
        using var file = await staff.GetAsync($"/personal/{ALibrary.Unit}/rapporter/csv");
        var text = await file.Content.ReadAsStringAsync();
        Assert.Contains("\"Inbjudna\";\"\";\"–\"\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(";\"3\"\r\n", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/personal/{ALibrary.Unit}/rapporter/xls")).StatusCode);
    }
}
