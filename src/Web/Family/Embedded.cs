namespace Notifieringar.Web.Family;

/// <summary>The files shipped inside this assembly, by their path in the project.</summary>
internal static class Embedded
{
    public static string Read(string path)
    {
        var home = typeof(Embedded).Assembly;
        using var stream = home.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The file {path} is not embedded in {home.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
