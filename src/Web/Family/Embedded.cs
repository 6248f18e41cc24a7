using System.Reflection;

namespace Notifieringar.Web.Family;

/// <summary>The files shipped inside this assembly, by their path in the project.</summary>
internal static class Embedded
{
    private static readonly Assembly Home = typeof(Embedded).Assembly;

    public static string Read(string path)
    {
        using var stream = Home.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The file {path} is not embedded in {Home.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static IEnumerable<string> Names(string start, string end) => Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal));
}
