using System.Reflection;

namespace Notifieringar.Templates;

/// <summary>The files shipped inside this assembly, by their path in the project.</summary>
internal static class Embedded
{
    private static readonly Assembly Home = typeof(Embedded).Assembly;

    public static IEnumerable<string> PathsUnder(string folder, string extension) =>
        Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string path)
    {
        using var stream = Home.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The file {path} is not embedded in {Home.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
