using System.IO.Compression;

namespace Notifieringar.LocalHost.Publishing;

/// <summary>
/// Packs a published app. The same folder gives the same bytes: names in order, one moment for all, and two kinds of permissions. Azure
/// starts the program by its executable bit, which the zip must carry.
/// </summary>
internal static class AppZip
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const int RegularFile = 0x8000;

    // The first that a zip can tell.
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Packed already.
    private static readonly string[] Packed = [".br", ".woff2"];

    /// <summary>Writes the zip beside its place and moves it there, so that nobody uploads half of one.</summary>
    public static void Write(string folder, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var halfDone = file + ".partial";
        File.Delete(halfDone);
        using (var zip = ZipFile.Open(halfDone, ZipArchiveMode.Create))
        {
            foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).OrderBy(path => Name(folder, path), StringComparer.Ordinal))
            {
                Add(zip, Name(folder, path), path);
            }
        }

        File.Move(halfDone, file, overwrite: true);
    }

    private static string Name(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static void Add(ZipArchive zip, string name, string path)
    {
        var level = Packed.Contains(Path.GetExtension(name)) ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Moment;
        entry.ExternalAttributes = (RegularFile | (int)(IsProgram(path) ? Executable : Readable)) << 16;
        using var source = File.OpenRead(path);
        using var target = entry.Open();
        source.CopyTo(target);
    }

    // The libraries of the runtime's package carry the bit as well, and have no use for it.
    private static bool IsProgram(string path) =>
        !OperatingSystem.IsWindows() && Path.GetExtension(path) != ".dll" && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);
}
