using Notifieringar.Model;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Browser.Staff;

/// <summary>An administrator at the texts, with script and without.</summary>
/// <param name="browser">The browser.</param>
public sealed class TextWalkTests(ABrowser browser)
{
    private const string Letter = "mallar/sprakstart-6/invitation/letter/sv";
    private const string Added = "<p>Ta gärna med syskonen!</p>";
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 9, 0);

    [Fact]
    public async Task ALetter_IsBroken_TheFindingIsSeen_Mended_SeenAsItsPage_Published_Compared_AndRestored()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var system = new ALibrarySystem(library);
        var shipped = await PublishedAsync(system);
        await using var administrator = await browser.VisitAsync(library);
        await administrator.SignInAsync("bertil", "administrator");

        await FindAsync(administrator);
        await BreakAsync(administrator);
        Assert.Equal(shipped, await PublishedAsync(system));
        await MendAsync(administrator, shipped);
        await administrator.PressAsync("Publicera");
        Assert.Contains("Publicerad.", await administrator.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(shipped + Added, await PublishedAsync(system));

        await RestoreAsync(administrator);
        Assert.Equal(shipped.Trim(), (await PublishedAsync(system)).Trim());
        Assert.Empty(administrator.Complaints);
    }

    [Fact]
    public async Task WithoutScript_APlainFieldAndTheButtonsDoTheSame()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var system = new ALibrarySystem(library);
        var shipped = await PublishedAsync(system);
        await using var administrator = await browser.VisitAsync(library, AScreen.Phone with { HasScript = false });
        await administrator.SignInAsync("bertil", "administrator");
        await administrator.OpenStaffAsync(Letter);

        await administrator.Page.Locator("#text").FillAsync(shipped + "{{ guardian.nam }}");
        await administrator.PressAsync("Granska");
        Assert.Contains("guardian.nam", await administrator.Page.Locator(".findings").InnerTextAsync(), StringComparison.Ordinal);
        await administrator.Page.Locator("#text").FillAsync(shipped + Added);
        await administrator.Page.GetByLabel("Någon som kan språket har läst texten").CheckAsync();
        await administrator.PressAsync("Publicera");

        Assert.Equal(shipped + Added, await PublishedAsync(system));
        Assert.Empty(administrator.Complaints);
    }

    private static async Task FindAsync(AVisitor administrator)
    {
        await administrator.OpenStaffAsync("mallar");
        await administrator.FollowAsync("Språkstart, första hembesöket");
        await administrator.PressFirstAsync($"a[href$='/{Letter}']");
        await AnEditor.ReadyAsync(administrator);
    }

    // The finding comes while one writes: underlined where it stands, and listed below.
    private static async Task BreakAsync(AVisitor administrator)
    {
        await AnEditor.WriteAsync(administrator, "<p>Hej {{ guardian.nam }}!</p>");
        var underlined = administrator.Page.Locator(".cm-lintRange-error").First;
        await underlined.WaitForAsync();
        Assert.Equal("guardian.nam", await underlined.InnerTextAsync());
        Assert.Contains("guardian.nam", await administrator.Page.Locator(".findings li").First.InnerTextAsync(), StringComparison.Ordinal);

        await administrator.PressAsync("Publicera");
        Assert.Contains("guardian.nam", await administrator.Page.Locator(".findings").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("guardian.nam", await AnEditor.Words(administrator).InnerTextAsync(), StringComparison.Ordinal); // what is typed stays
    }

    private static async Task MendAsync(AVisitor administrator, string shipped)
    {
        await AnEditor.WriteAsync(administrator, shipped + Added);
        await administrator.Page.Locator("#anmarkningar", new() { HasNotText = "guardian.nam" }).WaitForAsync();
        var page = administrator.Page.FrameLocator("iframe[name='forhandsvisning']");
        await page.GetByText("Ta gärna med syskonen!").First.WaitForAsync();
        await administrator.Page.Locator("#familj").SelectOptionAsync("arabic");
        await page.GetByText("Ta gärna med syskonen!").First.WaitForAsync();
        await administrator.Page.GetByLabel("Någon som kan språket har läst texten").CheckAsync();
    }

    private static async Task RestoreAsync(AVisitor administrator)
    {
        await administrator.PressFirstAsync("tbody tr:last-child th a");
        Assert.Contains("Ta gärna med syskonen!", await administrator.Page.Locator(".changes ins").First.InnerTextAsync(), StringComparison.Ordinal);
        await administrator.PressAsync("Återställ som utkast");
        Assert.Contains("Den äldre texten är nu ditt utkast", await administrator.TextAsync(), StringComparison.Ordinal);
        await AnEditor.ReadyAsync(administrator);
        Assert.DoesNotContain("syskonen", await AnEditor.Words(administrator).InnerTextAsync(), StringComparison.Ordinal);
        await administrator.Page.GetByLabel("Någon som kan språket har läst texten").CheckAsync();
        await administrator.PressAsync("Publicera");
    }

    private static async Task<string> PublishedAsync(ALibrarySystem system)
    {
        var texts = (await system.AdministerAsync("GET", "texts/sprakstart-6/invitation", "")).Json.EnumerateArray();
        var text = texts.Single(one => one.GetProperty("language").GetString() == "sv" && one.GetProperty("channel").GetString() == nameof(Channel.Letter));
        return text.GetProperty("source").GetString()!;
    }
}
