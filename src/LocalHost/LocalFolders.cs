using System.Reflection;

namespace Notifieringar.LocalHost;

/// <summary>Where things are; the build wrote it into this assembly.</summary>
internal static class LocalFolders
{
    /// <summary>The checkout this program was built from.</summary>
    public static string RepositoryRoot => Metadata("RepositoryRoot");

    /// <summary>The function app as built along with this program.</summary>
    public static string Functions => Metadata("FunctionsFolder");

    public static string DefaultData => Path.Combine(RepositoryRoot, "artifacts", "local");

    /// <summary>artifacts/outbox for the usual data folder; any other data folder has its own, so that machines do not share letters.</summary>
    public static string OutboxOf(string dataFolder) =>
        dataFolder == DefaultData ? Path.Combine(RepositoryRoot, "artifacts", "outbox") : Path.Combine(dataFolder, "outbox");

    private static string Metadata(string key) =>
        typeof(LocalFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
