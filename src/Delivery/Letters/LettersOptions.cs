namespace Notifieringar.Delivery.Letters;

/// <summary>Where the letter printer finds its browser and fonts. Settings: <c>Letters__ChromiumFolder</c> and so on.</summary>
public sealed class LettersOptions
{
    /// <summary>The folder of the npm package @sparticuz/chromium (it holds <c>bin/chromium.br</c>).</summary>
    public required string ChromiumFolder { get; init; }

    /// <summary>The folder of the npm scope @fontsource (it holds <c>noto-sans</c>, and any further <c>noto-sans-…</c>).</summary>
    public required string FontsFolder { get; init; }

    /// <summary>A writable folder for the unpacked browser, about 250 MB; several processes may share it.</summary>
    public required string CacheFolder { get; init; }
}
