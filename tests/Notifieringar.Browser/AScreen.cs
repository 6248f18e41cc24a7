using Microsoft.Playwright;

namespace Notifieringar.Browser;

/// <summary>What a visitor looks at.</summary>
/// <param name="IsPhone">A phone held upright; else a desk.</param>
/// <param name="IsDark">The visitor likes dark pages.</param>
/// <param name="HasScript">False for a browser without JavaScript.</param>
internal sealed record AScreen(bool IsPhone = false, bool IsDark = false, bool HasScript = true)
{
    public static AScreen Phone { get; } = new(IsPhone: true);

    /// <summary>Every page is looked at on each of them, by day and in the evening.</summary>
    public static IReadOnlyList<AScreen> Sizes { get; } = [new(), Phone];

    /// <summary>For file names.</summary>
    public string Name => $"{(IsPhone ? "phone" : "desk")}-{(IsDark ? "dark" : "light")}";

    public BrowserNewContextOptions Options(Uri address) => new()
    {
        BaseURL = address.OriginalString,
        ViewportSize = IsPhone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 900 },
        ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = HasScript,
        HasTouch = IsPhone,
        Locale = "sv-SE",
        TimezoneId = "Europe/Stockholm",
        ReducedMotion = ReducedMotion.Reduce,
    };
}
