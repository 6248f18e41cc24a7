namespace Notifieringar.LocalHost.Publishing;

/// <summary>
/// The browser and the fonts beside a published app, where the letter printer looks first. Only what it reads is taken: the packages also
/// hold JavaScript, styles and weights that no letter uses. The fonts.conf is written when the browser is unpacked, because it names folders.
/// </summary>
internal static class LetterTools
{
    private static readonly string[] Browser = ["package.json", "LICENSE", "bin/chromium.br", "bin/al2023.tar.br", "bin/fonts.tar.br"];

    /// <exception cref="StartFailedException">The npm packages lack one of the files.</exception>
    public static void Copy(string nodeModules, string appFolder)
    {
        var chromium = Path.Combine(nodeModules, "@sparticuz", "chromium");
        foreach (var file in Browser)
        {
            CopyFile(Path.Combine(chromium, file), Path.Combine(appFolder, "letters", "chromium", file));
        }

        foreach (var package in Directory.GetDirectories(Path.Combine(nodeModules, "@fontsource"), "noto-sans*"))
        {
            foreach (var file in (string[])["unicode.json", "LICENSE", .. Weights(package)])
            {
                CopyFile(Path.Combine(package, file), Path.Combine(appFolder, "letters", "fonts", Path.GetFileName(package), file));
            }
        }
    }

    private static IEnumerable<string> Weights(string package) =>
        from weight in (string[])["400", "700"]
        from file in Directory.GetFiles(Path.Combine(package, "files"), $"*-{weight}-normal.woff2")
        select Path.GetRelativePath(package, file);

    private static void CopyFile(string from, string to)
    {
        if (!File.Exists(from))
        {
            throw new StartFailedException($"{from} is not there. Run npm ci.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to, overwrite: true);
    }
}
