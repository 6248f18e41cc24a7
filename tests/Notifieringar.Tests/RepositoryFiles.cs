using System.Runtime.CompilerServices;

namespace Notifieringar.Tests;

/// <summary>The sources, for tests about how they are put together.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    /// <summary>The projects of the product itself: those under src but for the stand-ins.</summary>
    public static IReadOnlyList<string> ProductProjects { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Where(path => !IsCompat(path)).Order(StringComparer.Ordinal)];

    /// <summary>The C# files of the product itself.</summary>
    public static IReadOnlyList<string> ProductSources { get; } =
        [.. ProductProjects.SelectMany(project => Directory.GetFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories))];

    private static bool IsCompat(string path) =>
        Path.GetRelativePath(Root, path).StartsWith(Path.Combine("src", "Compat") + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string ThisFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
