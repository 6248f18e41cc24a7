using Microsoft.Playwright;
using Notifieringar.Browser;
using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Letters.Browser;
using Notifieringar.Scenarios;
using Notifieringar.Scenarios.Visits;

[assembly: AssemblyFixture(typeof(ABrowser))]

// The scenarios run at the same time, and each of both has a machine of its own.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Notifieringar.Browser;

/// <summary>One browser for all tests: the Chromium that prints letters, unpacked as the product unpacks it. Playwright never fetches one.
/// Every visitor gets a context of its own, so that none sees another's cookies.</summary>
public sealed class ABrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        var modules = Path.Combine(Emulator.RepositoryRoot, "node_modules");
        var options = new LettersOptions
        {
            ChromiumFolder = Path.Combine(modules, "@sparticuz", "chromium"),
            FontsFolder = Path.Combine(modules, "@fontsource"),
            CacheFolder = Path.Combine(Emulator.RepositoryRoot, "artifacts", "local", "chromium"),
        };
        var unpacked = await ChromiumPackage.UnpackAsync(options, CancellationToken.None);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = unpacked.Program,
            Args = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none", "--force-color-profile=srgb"],
            Env = Fonts.Environment(unpacked, options.FontsFolder),
            Timeout = AVisitor.Patience,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Somebody new at a screen.</summary>
    internal Task<AVisitor> VisitAsync(ALibrary library, AScreen? screen = null) => AVisitor.ComesAsync(_chromium!, library, screen ?? new AScreen());
}
