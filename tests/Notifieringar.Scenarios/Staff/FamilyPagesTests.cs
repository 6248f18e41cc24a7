using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>Staff find a family, read what has been said and answered, and do what the family asks.</summary>
public sealed partial class FamilyPagesTests
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);
    private static readonly LocalDateTime RunCloses = new(2025, 2, 3, 14, 5);

    [Fact]
    public async Task ASearch_FindsByBeginningsPhoneAndEmail_AndOpensTheFamily()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        await library.ImportAsync(
            new AFamily { GivenName = "Åsa", FamilyName = "Öbergström", Child = "Ylva", Phone = "070-174 06 61", Email = "asa@example.se", Street = "Granstigen 4" },
            new AFamily { GivenName = "Åsa", FamilyName = "Lindprov" });
        var family = await FamilyOfAsync(library, "Öbergström");

        foreach (var search in new[] { "öbergstr", "asa oberg", "ÖBERGSTRÖM ÅSA", "0701740661", "+46 70 174 06 61", "Asa@Example.se" })
        {
            var found = await SearchAsync(staff, search);
            Assert.Contains(family.Person.Id.Value, found, StringComparison.Ordinal);
            Assert.DoesNotContain("Lindprov", found, StringComparison.Ordinal);
        }

        Assert.Contains("2 hittades", await SearchAsync(staff, "åsa"), StringComparison.Ordinal);
        Assert.Contains("Ingen hittades", await SearchAsync(staff, "asa granstigen"), StringComparison.Ordinal);
        Assert.Contains("Ingen hittades", await SearchAsync(staff, "~"), StringComparison.Ordinal);
        var page = await staff.PageAsync($"familjer/{family.Person.Id}");
        Assert.All(["Öbergström", "Ylva", "asa@example.se", "Granstigen 4", "Språkstart, första hembesöket", "Blev inbjuden."], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/personal/{ALibrary.Unit}/familjer/{new string('0', 32)}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/personal/{ALibrary.Unit}/familjer/någon")).StatusCode);
    }

    [Fact]
    public async Task AProtectedHousehold_IsNotFound_HasNoPage_AndStandsInNoIndex()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var administrator = new AStaffMember(library);
        var family = new AFamily { GivenName = "Hemlig", FamilyName = "Gömström", Phone = "070-174 06 62" };
        var born = new AFamily { GivenName = "Dold", FamilyName = "Gömlund", Phone = "070-174 06 63", Protected = true };
        await library.ImportAsync(family, born);
        var household = await FamilyOfAsync(library, "Gömström");
        var hidden = await FamilyOfAsync(library, "Gömlund");
        var name = Assert.Single(await NamesAsync(library), row => row.StartsWith("gomstrom", StringComparison.Ordinal));
        Assert.Equal($"gomstrom hemlig~{household.Person.Id}", name);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/personal/{ALibrary.Unit}/familjer/{hidden.Person.Id}")).StatusCode);

        await administrator.SilenceAsync(household, "protected");

        await AssertGoneAsync();
        await library.ImportAsync(family with { FamilyName = "Gömqvist" }, born); // the next night's file knows nothing of it
        await AssertGoneAsync();

        async Task AssertGoneAsync()
        {
            Assert.Empty(await NamesAsync(library));
            Assert.All(
                await Task.WhenAll(new[] { "göm", "hemlig", "dold", "0701740662", "0701740663" }.Select(search => SearchAsync(staff, search))),
                found => Assert.Contains("Ingen hittades", found, StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/personal/{ALibrary.Unit}/familjer/{household.Person.Id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.PressAsync("familjer", $"familjer/{household.Person.Id}", ("gor", "marka"), ("marke", "two-visitors~ja"))).StatusCode);
        }
    }

    [Fact]
    public async Task ANameThatIsMended_IsFoundByTheNewOneOnly()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        var family = new AFamily { GivenName = "Malva", FamilyName = "Gammelprov" };
        await library.ImportAsync(family);

        await library.ImportAsync(family with { FamilyName = "Nyprov" });

        Assert.Equal(["malva nyprov", "nyprov malva"], (await NamesAsync(library)).Select(row => row.Split('~')[0]).Order(StringComparer.Ordinal));
        Assert.Contains("Ingen hittades", await SearchAsync(staff, "gammelprov"), StringComparison.Ordinal);
        Assert.Contains("1 hittades", await SearchAsync(staff, "nyprov"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerByPhone_IsTakenWithItsLine_AndANumberInItIsSentBackWithNothingLost()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        await library.ImportAsync(new AFamily { GivenName = "Malva" });
        var family = await library.HouseholdOfAsync("Malva");
        var page = $"familjer/{family.Person.Id}";
        var occasion = family.Invitations[0].Occasion.Value;

        var wrong = await staff.PressAsync(page, page, ("gor", "svara"), ("tillfalle", occasion), ("anteckning", "ringde, 260801-1231"), ("svar", "yes"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var again = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("ser ut som ett personnummer", again, StringComparison.Ordinal);
        Assert.Contains("value=\"ringde, 260801-1231\"", again, StringComparison.Ordinal);
        Assert.Equal(Answer.None, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);

        var right = await staff.PressAsync(page, page, ("gor", "svara"), ("tillfalle", occasion), ("anteckning", "mormor ringde"), ("svar", "yes"));
        Assert.EndsWith("?sagt=answered", right.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(Answer.Yes, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);
        var told = await staff.PageAsync(page);
        Assert.Contains("Svar till personalen: Ja.", told, StringComparison.Ordinal);
        Assert.Contains("mormor ringde", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherTime_IsChosenAmongTheFree_AndTheVisitMoves()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        await library.ImportAsync(new AFamily { GivenName = "Malva" });
        var family = await library.HouseholdOfAsync("Malva");
        var (page, before) = ($"familjer/{family.Person.Id}", Assert.Single(await library.OccasionsAsync()));
        var times = $"{page}/tid/{before.Id}";
        Assert.Contains(times, await staff.PageAsync(page), StringComparison.Ordinal);
        var offered = OfferedTime().Matches(await staff.PageAsync(times)).Select(match => match.Groups["time"].Value).ToList();
        Assert.NotEmpty(offered);

        var lost = await staff.PressAsync(times, times, ("tid", "2025-12-24T15:00"));
        Assert.Contains("inte ledig längre", WebUtility.HtmlDecode(await lost.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var moved = await staff.PressAsync(times, times, ("tid", offered[0]));

        Assert.EndsWith("?sagt=visitMoved", moved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await library.DrainAsync();
        var after = Assert.Single(await library.OccasionsAsync());
        Assert.Equal(offered[0], after.Starts.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Answer.Yes, (await library.HouseholdOfAsync("Malva")).Invitations[0].Answer);
    }

    [Fact]
    public async Task AHouseholdMutedAtOnce_GivesAReceiptThatSaysWhichLetterToPull_AndNobodysName()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        await library.ImportAsync(new AFamily { GivenName = "Sorg", Child = "Tuva" }, new AFamily { GivenName = "Annan" });
        await library.GoToAsync(PlanningDay.Date.At(new LocalTime(9, 0)));
        await library.GoToAsync(RunCloses);
        var grieving = await library.HouseholdOfAsync("Sorg");
        var page = $"familjer/{grieving.Person.Id}";
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.PressAsync(page, page, ("gor", "tysta"))).StatusCode);

        var ordered = await staff.PressAsync(page, page, ("gor", "tysta"), ("varfor", $"child-deceased~{grieving.Children[0].Id}"));
        await library.DrainAsync();

        var path = ordered.Headers.Location!.OriginalString.Split('?')[0][$"/personal/{ALibrary.Unit}/".Length..];
        var receipt = await staff.PageAsync(path);
        Assert.Contains("Skäl: ett barn har dött.", receipt, StringComparison.Ordinal);
        Assert.Contains("Plocka ur högen", receipt, StringComparison.Ordinal);
        Assert.Contains("Utskriften 2025-02-03, del 1", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("Sorg", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain(grieving.Person.Id.Value, path, StringComparison.Ordinal);
        Assert.Contains("har dött", await staff.PageAsync(page), StringComparison.Ordinal);
        Assert.True((await library.HouseholdOfAsync("Sorg")).Children[0].Deceased);
    }

    [Fact]
    public async Task AnInterpreterIsBooked_ARelativeEndsIt_AndTheListSaysSo()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var system = await ALibrarySystem.WithKeyAsync(library);
        await library.ImportAsync(new AFamily { GivenName = "Saba", Language = "tigrinska" });
        var family = await library.HouseholdOfAsync("Saba");
        var (page, occasion) = ($"familjer/{family.Person.Id}", family.Invitations[0].Occasion.Value);
        Assert.Contains("Ingen tolkförmedling är inlagd", await staff.PageAsync(page), StringComparison.Ordinal);
        var saved = await system.PostAsync("people", """{ "people": [{ "reference": "T-1", "kind": "organisation", "name": "Provby tolkar", "email": "tolkar@example.se" }] }""");
        var agency = saved.Json.GetProperty("people")[0].GetProperty("id").GetString()!;
        Assert.Contains("Provby tolkar", await staff.PageAsync(page), StringComparison.Ordinal);

        var booked = await staff.PressAsync(page, page, ("gor", "tolk"), ("tillfalle", occasion), ("formedling", agency), ("plats", "Provby bibliotek"));
        Assert.EndsWith("?sagt=interpreter", booked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Tolk är bokad.", await staff.PageAsync(page), StringComparison.Ordinal);

        await staff.PressAsync(page, page, ("gor", "marka"), ("marke", "relative-interprets~ja"));
        await library.DrainAsync();
        var relative = await staff.PageAsync(page);
        Assert.Contains("En anhörig tolkar.", relative, StringComparison.Ordinal);
        Assert.Contains("Ta bort: en anhörig tolkar", relative, StringComparison.Ordinal);
        Assert.DoesNotContain("Tolk är bokad.", relative, StringComparison.Ordinal);
    }

    internal static async Task<string> SearchAsync(ASignedIn staff, string text)
    {
        using var found = await staff.PressAsync("familjer", "familjer", ("sok", text));
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        return WebUtility.HtmlDecode(await found.Content.ReadAsStringAsync());
    }

    /// <summary>The row keys of all names.</summary>
    private static async Task<IReadOnlyList<string>> NamesAsync(ALibrary library)
    {
        var names = await new Tables(new TableServiceClient(library.Machine.ConnectionString)).GetAsync("Names");
        var rows = new List<string>();
        await foreach (var row in names.QueryAsync<TableEntity>(""))
        {
            rows.Add(row.RowKey);
        }

        return rows;
    }

    private static async Task<Recipient> FamilyOfAsync(ALibrary library, string familyName) =>
        Assert.Single(await library.PeopleAsync(), recipient => recipient.Person.FamilyName == familyName);

    [GeneratedRegex("name=\"tid\" value=\"(?<time>[^\"]+)")]
    private static partial Regex OfferedTime();
}
