using NodaTime;
using Notifieringar.Model;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Web.Family;

namespace Notifieringar.Browser.Families;

/// <summary>Families who answer their letter on a screen.</summary>
/// <param name="browser">The browser.</param>
public sealed class FamilyWalkTests(ABrowser browser)
{
    private static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task AFamily_SaysYesByKeyboard_PutsTheVisitIntoItsCalendar_AndChangesItsMind()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Malva", Child = "Tuva" });
        await using var family = await browser.VisitAsync(library, AScreen.Phone);
        var code = reader.CodeOf(await library.HouseholdOfAsync("Malva"));

        await family.OpenAsync("/s?lang=sv");
        await family.Page.GetByLabel("Koden i brevet").FillAsync(code);
        await family.AndLoadAsync(() => family.Page.Keyboard.PressAsync("Enter"));
        await family.AndLoadAsync(() => family.Button("Ja, kom gärna").PressAsync("Enter"));
        Assert.Contains("Ni har svarat ja", await family.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(Answer.Yes, Assert.Single((await library.HouseholdOfAsync("Malva")).Invitations).Answer);

        var file = await family.FetchAsync("Lägg in i kalendern");
        var calendar = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("biblioteket.ics", file.SuggestedFilename);
        Assert.Contains("SUMMARY:Besök från biblioteket", calendar, StringComparison.Ordinal);
        Assert.All(["Malva", "Tuva", "Granstigen"], secret => Assert.DoesNotContain(secret, calendar, StringComparison.OrdinalIgnoreCase));

        await family.PressAsync("Ändra till nej tack, inget besök");
        Assert.Contains("Ni har svarat nej", await family.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(Answer.No, Assert.Single((await library.HouseholdOfAsync("Malva")).Invitations).Answer);
        Assert.Empty(family.Complaints);
    }

    [Fact]
    public async Task TwoFamilies_WantTheSameTimeAtOnce_OneGetsIt_AndTheOtherChoosesTheNext()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay, pairs: 1);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Ena", Phone = AFamily.PhoneNumber(0) }, new AFamily { GivenName = "Andra", Phone = AFamily.PhoneNumber(1) });
        var codes = new[] { reader.CodeOf(await library.HouseholdOfAsync("Ena")), reader.CodeOf(await library.HouseholdOfAsync("Andra")) };
        await using var one = await browser.VisitAsync(library, AScreen.Phone);
        await using var other = await browser.VisitAsync(library, AScreen.Phone);
        var both = new[] { one, other };
        foreach (var (family, code) in both.Zip(codes))
        {
            await family.OpenAsync($"/s/{code}?lang=sv");
            await family.PressAsync("En annan tid passar bättre");
        }

        var wanted = (await TimesAsync(one)).Intersect(await TimesAsync(other)).First();
        await Task.WhenAll(both.Select(family => ChooseAsync(family, wanted)));
        var texts = await Task.WhenAll(both.Select(family => family.TextAsync()));
        var loser = both[Array.FindIndex(texts, text => text.Contains("Någon annan hann före", StringComparison.Ordinal))];
        var winner = Assert.Single(both, family => family != loser);
        Assert.Contains("Passar den här tiden?", await winner.TextAsync(), StringComparison.Ordinal);
        var next = await TimesAsync(loser);
        Assert.DoesNotContain(wanted, next);

        await ChooseAsync(loser, next[0]);
        foreach (var family in both)
        {
            await family.PressAsync("Ja, ta den här tiden");
            Assert.Contains("Ni har svarat ja", await family.TextAsync(), StringComparison.Ordinal);
        }

        await library.DrainAsync();
        var starts = (await library.PeopleAsync()).Select(person => AnswerForm.Written(Assert.Single(person.Invitations).Starts));
        Assert.Equivalent(new[] { wanted, next[0] }, starts, strict: true);
        Assert.Empty(one.Complaints.Concat(other.Complaints));
    }

    [Fact]
    public async Task AFamily_OptsOutInArabic_OnAPhone_WithoutScript()
    {
        await using var library = await ALibrary.OpensAsync(PlanningDay);
        using var reader = new AReader(library);
        await library.ImportAsync(new AFamily { GivenName = "Amira", Language = "arabiska" });
        await using var family = await browser.VisitAsync(library, AScreen.Phone with { HasScript = false });
        var page = $"/s/{reader.CodeOf(await library.HouseholdOfAsync("Amira"))}";

        await family.OpenAsync(page);
        Assert.Equal("rtl", await family.Page.Locator("html").GetAttributeAsync("dir"));
        await family.FollowAsync("لا نريد أن تتواصلوا معنا بعد الآن");
        Assert.Equal(Silences.None, (await library.HouseholdOfAsync("Amira")).Person.Silences); // looking stops nothing
        await family.PressAsync("لا ترسلوا إلينا شيئاً بعد الآن");
        Assert.Contains("لن نرسل إليكم شيئاً بعد الآن", await family.TextAsync(), StringComparison.Ordinal);
        await library.DrainAsync();

        Assert.Equal(Silences.OptedOut, (await library.HouseholdOfAsync("Amira")).Person.Silences);
        Assert.NotNull(Assert.Single(await library.OccasionsAsync()).CancelledBy);
        Assert.Equal(410, await family.OpenAsync(page));
        Assert.Empty(family.Complaints);
    }

    private static async Task<IReadOnlyList<string>> TimesAsync(AVisitor family) => AReader.TimesOn(await family.Page.ContentAsync());

    private static Task ChooseAsync(AVisitor family, string time) =>
        family.AndLoadAsync(() => family.Page.Locator($"button[name=slot][value='{time}']").ClickAsync());
}
