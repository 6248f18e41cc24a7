using System.Net;
using System.Net.Http.Json;
using Notifieringar.Planning.Calendar;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>What staff do on their pages.</summary>
public sealed class StaffPagesTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);
    private static readonly LocalDateTime RunCloses = new(2025, 2, 3, 14, 5);

    [Fact]
    public async Task Letters_ArePrintedPulledAndPostedFromThePage()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Sorg" }, new AFamily { GivenName = "Annan" });
        await library.GoToAsync(PlanningDay.Date.At(new LocalTime(9, 0)));
        await library.GoToAsync(RunCloses);

        using var pdf = await staff.GetAsync($"/personal/{ALibrary.Unit}/brev/2025-02-03/1/pdf");
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Assert.Single(await library.PilesAsync()).Pdf, await pdf.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/personal/{ALibrary.Unit}/brev/2025-02-03/2/pdf")).StatusCode);

        var grieving = await library.HouseholdOfAsync("Sorg");
        var pull = Assert.Single((await administrator.SilenceAsync(grieving, "child-deceased", grieving.Children[0].Id)).Pull).FirstPage;
        Assert.Contains($"Ta bort brevet som börjar på sida {pull}", await staff.PageAsync("brev"), StringComparison.Ordinal);
        await staff.PressAsync("brev", "brev/2025-02-03/1", ("postat", "ja"));
        Assert.DoesNotContain("postad", await staff.PageAsync("brev"), StringComparison.Ordinal);
        var pulled = await staff.PressAsync("brev", "brev/2025-02-03/1", ("plockat", $"{pull}"));
        Assert.EndsWith("?sagt=pulled", pulled.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await staff.PressAsync("brev", "brev/2025-02-03/1", ("postat", "ja"));
        Assert.Contains("postad", await staff.PageAsync("brev"), StringComparison.Ordinal);
        Assert.Equal("posted", Assert.Single(await administrator.PartsAsync()).State);
    }

    [Fact]
    public async Task TheCallList_NamesWhomToPhone_NeverTheProtected_AndIsSettled()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = new AStaffMember(library);
        AFamily[] families =
        [
            new() { GivenName = "Malva", Phone = AFamily.PhoneNumber(41) }, new() { GivenName = "Hemlig", Phone = AFamily.PhoneNumber(42) },
        ];
        await library.ImportAsync(families);
        foreach (var family in await library.PeopleAsync())
        {
            var said = await administrator.PostAsync(
                $"answers/{ALibrary.Unit}", new { person = family.Person.Id.Value, occasion = family.Invitations[0].Occasion.Value, answer = "another-time", by = "personal-1" });
            Assert.True(said.IsSuccessStatusCode, await said.Content.ReadAsStringAsync());
        }

        library.Machine.SetClock(Stockholm.MomentOf((await library.OccasionsAsync()).Max(visit => visit.Starts).PlusDays(1)));
        await administrator.SilenceAsync(await library.HouseholdOfAsync("Hemlig"), "protected");
        foreach (var family in await library.PeopleAsync())
        {
            await administrator.PostAsync(
                $"answers/{ALibrary.Unit}", new { person = family.Person.Id.Value, occasion = family.Invitations[0].Occasion.Value, answer = "yes", by = "personal-1" });
        }

        var listed = await library.CallListAsync();
        Assert.NotEmpty(listed);
        var page = await staff.PageAsync("ringlista");
        Assert.Contains("Malva", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemlig", page, StringComparison.Ordinal);
        Assert.DoesNotContain("+46701740647", page, StringComparison.Ordinal);

        var one = listed.First(row => page.Contains(row.Person.Value, StringComparison.Ordinal));
        await staff.PressAsync("ringlista", "ringlista", ("vem", one.Person.Value), ("klar", one.Key.ToString()));
        Assert.DoesNotContain(await library.CallListAsync(), left => (left.Person, left.Key) == (one.Person, one.Key));
    }

    [Fact]
    public async Task ACampaign_IsTriedByOneAndApprovedByAnother_AndSent()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 10, 0));
        using var campaigner = await ASignedIn.AsAsync(library, "anna", "staff", "campaigner", "approver");
        using var approver = await ASignedIn.AsAsync(library, "bertil", "staff", "approver");
        using var administrator = new AStaffMember(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Email = "malva@example.se" });
        var drafted = await administrator.PostAsync($"campaigns/{ALibrary.Unit}", new { programme = "sommarbrev", by = "anna" });
        Assert.True(drafted.IsSuccessStatusCode, await drafted.Content.ReadAsStringAsync());
        var id = (await drafted.Content.ReadFromJsonAsync<Drafted>())!.Id;
        var page = $"utskick/{Uri.EscapeDataString(id)}";

        var tried = await (await campaigner.PressAsync(page, page, ("gor", "dryRun"))).Content.ReadAsStringAsync();
        Assert.Contains("1 skulle få något", WebUtility.HtmlDecode(tried), StringComparison.Ordinal);
        Assert.Contains("En annan än du måste godkänna", await campaigner.PageAsync(page), StringComparison.Ordinal); // what books a child is given is nobody's business
        var own = await campaigner.PressAsync(page, page, ("gor", "approve"));
        Assert.EndsWith("?sagt=campaign-NeedsAnother", own.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var approved = await approver.PressAsync(page, page, ("gor", "approve"));
        Assert.EndsWith("?sagt=campaign-approve", approved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await campaigner.PressAsync(page, page, ("gor", "pause"))).StatusCode);
        Assert.Contains("pausat", await campaigner.PageAsync(page), StringComparison.Ordinal);
        await campaigner.PressAsync(page, page, ("gor", "resume"));
        Assert.Contains("Sommarbrev", await campaigner.PageAsync("utskick"), StringComparison.Ordinal);
        Assert.Contains("godkänt", await campaigner.PageAsync(page), StringComparison.Ordinal);
    }

    private sealed record Drafted(string Id);
}
