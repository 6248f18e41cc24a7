using Notifieringar.Browser.Shown;
using Notifieringar.Web.Family;

namespace Notifieringar.Browser.Access;

/// <summary>Families' pages under axe-core, in every language, on a light phone and a dark desk.</summary>
/// <param name="browser">The browser.</param>
/// <param name="shown">A library with families that have answered differently.</param>
[Collection(ShownLibraryTests.Name)]
public sealed class FamilyAccessibilityTests(ABrowser browser, AShownLibrary shown)
{
    private const int MostBytes = 60_000;

    public static TheoryData<string> Languages => [.. FamilyText.Offered];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task EveryPageInALanguage_HasNoViolation_FitsThePhone_AndIsSmall(string language)
    {
        var findings = new List<string>();
        foreach (var screen in new[] { AScreen.Phone, new AScreen(IsDark: true) })
        {
            foreach (var page in await ShownFamilyPages.InAsync(language, shown))
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
        foreach (var screen in AScreen.All)
        {
            Look.AssertNone(await LookAsync(ShownFamilyPages.Unknown(language), screen));
        }
    }

    private async Task<IReadOnlyList<string>> LookAsync(ShownPage page, AScreen screen)
    {
        await using var visitor = await browser.VisitAsync(shown.Library, screen);
        Assert.Equal(page.Status, await visitor.OpenAsync(page.Path));

        Assert.InRange(await visitor.BytesAsync(), 1, MostBytes);
        return await Look.AtAsync(visitor, $"{page.Name} {screen.Name}");
    }
}
