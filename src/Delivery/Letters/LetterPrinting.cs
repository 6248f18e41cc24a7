using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Notifieringar.Delivery.Letters;

/// <summary>Registration of the letter printer.</summary>
public static class LetterPrinting
{
    /// <summary>
    /// Adds one <see cref="LetterPrinter"/> for the process. Folders not named in the settings are looked for beside the program, where
    /// publishing puts them, then in a <c>node_modules</c> above it; a folder that cannot be found is an <see cref="InvalidOperationException"/> naming its setting, thrown when
    /// the printer is first asked for, so that a process that prints no letters needs no browser.
    /// </summary>
    public static IServiceCollection AddLetterPrinting(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(_ => ReadOptions(configuration, AppContext.BaseDirectory));
        services.AddSingleton<LetterPrinter>();
        return services;
    }

    internal static LettersOptions ReadOptions(IConfiguration configuration, string startFolder) => new()
    {
        ChromiumFolder = Folder(configuration, nameof(LettersOptions.ChromiumFolder), startFolder, "chromium", "@sparticuz/chromium", "bin/chromium.br"),
        FontsFolder = Folder(configuration, nameof(LettersOptions.FontsFolder), startFolder, "fonts", "@fontsource", "noto-sans/unicode.json"),
        CacheFolder = configuration["Letters:CacheFolder"] is { Length: > 0 } cache
            ? cache
            : Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"notifieringar-{Environment.UserName}")),
    };

    private static string Folder(IConfiguration configuration, string setting, string startFolder, string published, string package, string proof)
    {
        if (configuration[$"Letters:{setting}"] is { Length: > 0 } named)
        {
            return File.Exists(Path.Combine(named, proof))
                ? named
                : throw new InvalidOperationException($"The setting Letters__{setting} names a folder without {proof}: {named}");
        }

        if (Path.Combine(startFolder, "letters", published) is var beside && File.Exists(Path.Combine(beside, proof)))
        {
            return beside;
        }

        for (var folder = new DirectoryInfo(startFolder); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "node_modules", package);
            if (File.Exists(Path.Combine(candidate, proof)))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException(
            $"Letters cannot be printed: no node_modules/{package} above {startFolder}. Run npm ci, or set Letters__{setting} to the folder that has {proof}.");
    }
}
