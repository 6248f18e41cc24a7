using System.Security;
using Notifieringar.Delivery.Letters.Browser;

namespace Notifieringar.Browser;

/// <summary>Where the browser finds fonts: the one unpacked with it, and of those that letters are printed with the scripts
/// that it lacks, because a page takes what the reader's own machine has. Without any, Chromium shows nothing and says nothing.</summary>
internal static class Fonts
{
    private static readonly string[] Lacking =
    [
        "noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal", "noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal",
        "noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal", "noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-700-normal",
    ];

    /// <summary>What the browser is started with.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Environment(UnpackedChromium unpacked, string fontsFolder)
    {
        var folder = Directory.CreateDirectory(Path.Combine(unpacked.CacheFolder, "browser-tests")).FullName;
        var file = Path.Combine(folder, "fonts.conf");
        foreach (var font in Lacking)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{Path.GetFileName(font)}.ttf"), WoffFile.Unpacked(File.ReadAllBytes(Path.Combine(fontsFolder, $"{font}.woff"))));
        }

        File.WriteAllText(file, Written([Path.Combine(unpacked.Home, "fonts"), folder], Path.Combine(folder, "fontcache")));
        return new Dictionary<string, string>
        {
            ["FONTCONFIG_FILE"] = file,
            ["LD_LIBRARY_PATH"] = unpacked.Libraries,
            ["HOME"] = folder,
            ["PATH"] = "/usr/bin:/bin",
        };
    }

    private static string Written(IEnumerable<string> folders, string cache) => $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
        <fontconfig>
          {string.Concat(folders.Select(folder => $"<dir>{SecurityElement.Escape(folder)}</dir>"))}
          <cachedir>{SecurityElement.Escape(cache)}</cachedir>
        </fontconfig>
        """;
}
