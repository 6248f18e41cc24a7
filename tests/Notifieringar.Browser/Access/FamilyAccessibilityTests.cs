using Notifieringar.Browser.Shown;
using Notifieringar.Web.Family;

namespace Notifieringar.Browser.Access;

/// <summary>Families' pages under axe-core, in every language, on phone and desk, light and dark.</summary>
/// <param name="browser">The browser.</param>
/// <param name="shown">A library with families that have answered differently.</param>
[Collection(ShownLibraryTests.Name)]
public sealed class FamilyAccessibilityTests(ABrowser browser, AShownLibrary shown)
{
    private const int MostBytes = 60_000;

    public static TheoryData<string> Languages => [.. FamilyText.Offered];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task EveryPageInALanguage_HasNoViolation_FitsTheScreen_AndIsSmall(string language)
    {
        var findings = new List<string>();
        var pages = await ShownFamilyPages.InAsync(language, shown);
        foreach (var screen in AScreen.Sizes)
        {
            foreach (var page in pages)
            {
                findings.AddRange(await LookAsync(page, screen));
            }
        }

        Look.AssertNone(findings);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("ckb")]
    public async Task AnUnknownCode_HasNoViolation(string language)
    {
        foreach (var screen in AScreen.Sizes)
        {
            Look.AssertNone(await LookAsync(ShownFamilyPages.Unknown(language), screen));
        }
    }

    private async Task<IReadOnlyList<string>> LookAsync(ShownPage page, AScreen screen)
    {
        var visitor = await shown.Regulars.AtAsync(browser, shown, screen, person: null);
        await page.OpenAsync(visitor);
        Assert.InRange(await visitor.BytesAsync(), 1, MostBytes);
        return await Look.AtAsync(visitor, $"{page.Name} {screen.Name}");
    }
}
