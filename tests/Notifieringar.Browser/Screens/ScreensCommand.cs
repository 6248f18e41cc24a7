using Microsoft.Playwright;
using Notifieringar.Browser.Shown;
using Notifieringar.Scenarios;
using Notifieringar.Web.Family;

namespace Notifieringar.Browser.Screens;

/// <summary>Pictures of every page, on desk and phone, light and dark, into <c>artifacts/screens</c>: to be looked at.</summary>
internal static class ScreensCommand
{
    /// <summary>What follows the program's name.</summary>
    public const string Name = "screens";

    private static readonly string Folder = Path.Combine(Emulator.RepositoryRoot, "artifacts", "screens");

    /// <summary>Runs.</summary>
    /// <param name="only">Beginnings of the names of pages; all pages when there are none.</param>
    public static async Task<int> RunAsync(string[] only)
    {
        Directory.CreateDirectory(Folder);
        await using var browser = new ABrowser();
        await browser.InitializeAsync();
        await using var shown = new AShownLibrary();
        await shown.InitializeAsync();
        var taken = 0;
        foreach (var page in await PagesAsync(shown))
        {
            if (only.Length == 0 || only.Any(start => page.Name.StartsWith(start, StringComparison.Ordinal)))
            {
                taken += await TakeAsync(browser, shown, page);
            }
        }

        Console.WriteLine($"{taken} pictures in {Path.GetRelativePath(Directory.GetCurrentDirectory(), Folder)}");
        return 0;
    }

    private static async Task<IReadOnlyList<ShownPage>> PagesAsync(AShownLibrary shown)
    {
        var pages = ShownStaffPages.Names.Select(name => ShownStaffPages.Of(name, shown) with { Name = $"staff-{name}" }).ToList();
        pages.AddRange([Family(ShownFamilyPages.Unknown("sv"), "sv")]);
        foreach (var language in FamilyText.Offered)
        {
            // Every page in two directions of writing; of the others the one that most families see.
            pages.AddRange((await ShownFamilyPages.InAsync(language, shown)).Where(page => language is "sv" or "ar" || page.Name == "invitation").Select(page => Family(page, language)));
        }

        return pages;
    }

    private static ShownPage Family(ShownPage page, string language) => page with { Name = $"family-{page.Name}-{language}" };

    private static async Task<int> TakeAsync(ABrowser browser, AShownLibrary shown, ShownPage page)
    {
        foreach (var screen in AScreen.Sizes)
        {
            var visitor = await shown.Regulars.AtAsync(browser, shown, screen, page.Person);
            await page.OpenAsync(visitor);
            foreach (var dressed in new[] { screen, screen with { IsDark = true } })
            {
                await visitor.DressAsync(dressed.IsDark);
                await visitor.Page.ScreenshotAsync(new PageScreenshotOptions
                {
                    Path = Path.Combine(Folder, $"{page.Name}-{dressed.Name}.png"),
                    FullPage = true,
                    Animations = ScreenshotAnimations.Allow,
                    Caret = ScreenshotCaret.Initial, // hiding it needs a style that the page's policy refuses
                });
            }
        }

        return AScreen.Sizes.Count * 2;
    }
}
