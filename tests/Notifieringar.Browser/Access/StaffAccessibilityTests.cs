using Notifieringar.Browser.Shown;

namespace Notifieringar.Browser.Access;

/// <summary>Staff's pages under axe-core, in both languages, on desk and phone, light and dark.</summary>
/// <param name="browser">The browser.</param>
/// <param name="shown">A library with something on every page.</param>
[Collection(ShownLibraryTests.Name)]
public sealed class StaffAccessibilityTests(ABrowser browser, AShownLibrary shown)
{
    public static TheoryData<string> Names => [.. ShownStaffPages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task APage_HasNoViolation_AndLoadsNothingThatIsRefused(string name)
    {
        var page = ShownStaffPages.Of(name, shown);
        var findings = new List<string>();
        foreach (var screen in AScreen.Sizes)
        {
            var visitor = await shown.Regulars.AtAsync(browser, shown, screen, page.Person);
            foreach (var language in new[] { "en", "sv" })
            {
                await page.OpenAsync(visitor, language);
                findings.AddRange(await Look.AtAsync(visitor, $"{screen.Name} {language}"));
            }
        }

        Look.AssertNone(findings);
    }
}
