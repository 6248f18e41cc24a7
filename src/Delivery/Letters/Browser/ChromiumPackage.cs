using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Security;
using System.Text.Json;

namespace Notifieringar.Delivery.Letters.Browser;

/// <summary>
/// Unpacks the browser of the npm package @sparticuz/chromium: the program, the shared libraries a minimal Linux image lacks, and a
/// font. The font matters: where fontconfig finds none, Chromium prints blank pages and reports no error.
/// </summary>
internal static class ChromiumPackage
{
    /// <summary>Unpacks once per version, whatever the number of processes, and returns where things are.</summary>
    public static async Task<UnpackedChromium> UnpackAsync(LettersOptions options, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("Letters are printed with the Chromium of @sparticuz/chromium, which runs on Linux only.");
        }

        var cache = Path.GetFullPath(options.CacheFolder);
        CreatePrivate(cache);
        var home = Path.Combine(cache, $"chromium-{Version(options.ChromiumFolder)}");
        if (!Directory.Exists(home))
        {
            await using var turn = await TakeTurnAsync($"{home}.lock", cancellationToken);
            if (!Directory.Exists(home))
            {
                await UnpackIntoAsync(home, Path.Combine(options.ChromiumFolder, "bin"), cancellationToken);
            }
        }

        return new UnpackedChromium(home, cache);
    }

    // The program is run from here: nobody else may be able to put another in its place.
    [SupportedOSPlatform("linux")]
    private static void CreatePrivate(string folder)
    {
        const UnixFileMode OthersMayWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if ((File.GetUnixFileMode(folder) & OthersMayWrite) != 0)
        {
            throw new InvalidOperationException($"Others may write to {folder}; the browser is not run from there. Set Letters__CacheFolder to a private folder.");
        }
    }

    [SupportedOSPlatform("linux")]
    private static async Task UnpackIntoAsync(string home, string packed, CancellationToken cancellationToken)
    {
        // Whose turn it is works alone here: what lies there was left by a process that was killed.
        var halfDone = $"{home}.partial";
        if (Directory.Exists(halfDone))
        {
            Directory.Delete(halfDone, recursive: true);
        }

        Directory.CreateDirectory(halfDone);
        await UnpackTarAsync(Path.Combine(packed, "al2023.tar.br"), halfDone, cancellationToken);
        await UnpackTarAsync(Path.Combine(packed, "fonts.tar.br"), halfDone, cancellationToken);
        await using (var program = new FileStream(Path.Combine(halfDone, "chromium"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite,
        }))
        await using (var source = new BrotliStream(File.OpenRead(Path.Combine(packed, "chromium.br")), CompressionMode.Decompress))
        {
            await source.CopyToAsync(program, 1 << 20, cancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(halfDone, "fonts.conf"), FontsConf(home), cancellationToken);
        // A rename is all or nothing: nobody ever starts half a browser.
        Directory.Move(halfDone, home);
    }

    private static async Task UnpackTarAsync(string file, string folder, CancellationToken cancellationToken)
    {
        await using var source = new BrotliStream(File.OpenRead(file), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(source, folder, overwriteFiles: true, cancellationToken);
    }

    private static string FontsConf(string home) => $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
        <fontconfig>
          <dir>{SecurityElement.Escape(Path.Combine(home, "fonts"))}</dir>
          <cachedir>{SecurityElement.Escape(Path.Combine(home, "fontcache"))}</cachedir>
        </fontconfig>
        """;

    private static string Version(string package)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "package.json")));
        return manifest.RootElement.GetProperty("version").GetString()!;
    }

    // An exclusively opened file is a lock between processes too, and the system lets it go when its owner dies.
    private static async Task<FileStream> TakeTurnAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}

/// <summary>The unpacked browser.</summary>
/// <param name="Home">Holds the program, its libraries and its font; read only from now on.</param>
/// <param name="CacheFolder">Where each browser gets a folder to run in.</param>
internal sealed record UnpackedChromium(string Home, string CacheFolder)
{
    public string Program => Path.Combine(Home, "chromium");

    public string Libraries => Path.Combine(Home, "al2023", "lib");

    public string FontsConf => Path.Combine(Home, "fonts.conf");
}
