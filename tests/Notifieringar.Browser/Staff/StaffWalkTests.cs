using Notifieringar.Browser.Shown;
using Notifieringar.Model;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Browser.Staff;

/// <summary>Staff at their pages. Each walk has a page of its own, so they do not tread on each other.</summary>
/// <param name="browser">The browser.</param>
/// <param name="shown">A library with something on every page, which these walks change.</param>
public sealed class StaffWalkTests(ABrowser browser, AWalkedLibrary shown) : IClassFixture<AWalkedLibrary>
{
    [Fact]
    public async Task Today_SaysWhoIsVisitedAndHow_AndAPairIsIll()
    {
        await using var staff = await browser.VisitAsync(shown.Library);
        await staff.SignInAsync("anna");
        await staff.OpenStaffAsync("idag");
        var visits = await staff.Page.Locator(".visits > li").CountAsync();
        Assert.InRange(visits, 2, 4);

        await staff.FollowAsync("Lista att skriva ut");
        Assert.Equal(visits, await staff.Page.Locator("tbody tr").CountAsync());

        await staff.OpenStaffAsync("idag");
        await staff.Page.Locator("details > summary").First.ClickAsync();
        await staff.PressAsync("Ställ in dagens besök");
        Assert.Contains("Besöken ställs in", await staff.TextAsync(), StringComparison.Ordinal);
        await shown.Library.DrainAsync();
        await staff.OpenStaffAsync("idag");
        Assert.InRange(await staff.Page.Locator(".visits > li").CountAsync(), 0, visits - 1);
    }

    [Fact]
    public async Task TheCallList_NamesNoProtectedFamily_AndARowIsSettled()
    {
        await using var staff = await browser.VisitAsync(shown.Library, AScreen.Phone);
        await staff.SignInAsync("anna");
        await staff.OpenStaffAsync("ringlista");
        Assert.DoesNotContain(ShownFamilies.Protected.GivenName, await staff.TextAsync(), StringComparison.Ordinal);
        var rows = await staff.Page.Locator(".calls > li").CountAsync();
        Assert.InRange(rows, 2, 10);

        await staff.PressAsync("Klart, ta bort från listan");
        Assert.Equal(rows - 1, await staff.Page.Locator(".calls > li").CountAsync());
        Assert.Equal(rows - 1, (await shown.Library.CallListAsync()).Count);
    }

    [Fact]
    public async Task Letters_AreFetched_OneIsPulled_AndThePartIsPosted()
    {
        await using var staff = await browser.VisitAsync(shown.Library);
        using var administrator = new AStaffMember(shown.Library);
        await staff.SignInAsync("anna");
        await staff.OpenStaffAsync("brev");
        var pdf = await staff.FetchAsync("Hämta PDF");
        Assert.StartsWith("%PDF", await File.ReadAllTextAsync(await pdf.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // The story has more than one part, and of one a visit was called off when its letter was printed: then it is asked for first.
        const string ToDo = "button[name=plockat], button[name=postat]";
        while (await staff.Page.Locator(ToDo).CountAsync() > 0)
        {
            await staff.PressFirstAsync(ToDo);
        }

        Assert.All(await administrator.PartsAsync(), part => Assert.Equal("posted", part.State));
    }

    [Fact]
    public async Task AFamily_IsFoundByName_AndLeftAlone_AndAProtectedOneIsNotFound()
    {
        await using var staff = await browser.VisitAsync(shown.Library, AScreen.Phone);
        await staff.SignInAsync("anna");
        await staff.OpenStaffAsync("familjer");
        await staff.Page.GetByLabel("Namn, telefon eller e-post").FillAsync(ShownFamilies.Protected.FamilyName);
        await staff.PressAsync("Sök");
        Assert.Contains("Ingen hittades", await staff.TextAsync(), StringComparison.Ordinal);

        await staff.Page.GetByLabel("Namn, telefon eller e-post").FillAsync("kovalenko");
        await staff.AndLoadAsync(() => staff.Page.Keyboard.PressAsync("Enter"));
        await staff.FollowAsync("Oksana Kovalenko");
        await staff.Page.Locator("summary", new() { HasText = "Sluta kontakta familjen" }).ClickAsync();
        await staff.Page.Locator("input[type=radio][value='opted-out']").CheckAsync();
        await staff.PressAsync("Sluta kontakta");
        await shown.Library.DrainAsync();

        Assert.Equal(Silences.OptedOut, (await shown.Library.HouseholdOfAsync("Oksana")).Person.Silences);
    }

    [Fact]
    public async Task AList_IsImportedFromThePage_AndWhatCannotBeReadIsShown()
    {
        await using var staff = await browser.VisitAsync(shown.Library);
        await staff.SignInAsync("anna");
        await staff.OpenStaffAsync("import");
        var list = System.Text.Encoding.Latin1.GetBytes(AFamily.Header + string.Concat(ShownFamilies.All.Select(family => family.Line)) + ShownFamilies.Unreadable);
        await staff.Page.Locator("input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "familjer.csv", MimeType = "text/csv", Buffer = list });
        await staff.PressAsync("Läs in filen");
        await shown.Library.DrainAsync();
        await staff.Page.ReloadAsync();

        Assert.Contains("Listan är inläst", await staff.TextAsync(), StringComparison.Ordinal);
        await staff.Page.GetByText("Att rätta").First.WaitForAsync();
    }

    [Fact]
    public async Task ACampaign_IsTried_AndApprovedByAColleague()
    {
        await using var campaigner = await browser.VisitAsync(shown.Library);
        await campaigner.SignInAsync("cecilia", "staff", "campaigner");
        await campaigner.OpenStaffAsync($"utskick/{shown.Campaigns["draft"]}");
        await campaigner.PressAsync("Provkör");
        Assert.Contains("skulle få något", await campaigner.TextAsync(), StringComparison.Ordinal);

        await using var approver = await browser.VisitAsync(shown.Library, AScreen.Phone);
        await approver.SignInAsync("anna");
        await approver.OpenStaffAsync($"utskick/{shown.Campaigns["draft"]}");
        await approver.PressAsync("Godkänn");
        Assert.Contains("godkänt", await approver.TextAsync(), StringComparison.Ordinal);
    }
}
