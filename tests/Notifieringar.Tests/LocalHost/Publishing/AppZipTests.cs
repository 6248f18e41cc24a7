using System.IO.Compression;
using Notifieringar.LocalHost.Publishing;

namespace Notifieringar.Tests.LocalHost.Publishing;

public sealed class AppZipTests : IDisposable
{
    private const int PermissionBits = 0x1FF;
    private readonly string _folder = Directory.CreateTempSubdirectory("notifieringar-zip-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_AProgramAndAText_KeepsTheExecutableBitOfTheProgramOnly()
    {
        using var zip = ZipFile.OpenRead(Zip("one", executable: "app"));

        Assert.Equal(["a/host.json", "app", "b.br"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(Convert.ToInt32("755", 8), Permissions(zip, "app"));
        Assert.Equal(Convert.ToInt32("644", 8), Permissions(zip, "a/host.json"));
    }

    [Fact]
    public void Write_TheSameFilesOfAnotherDay_AreTheSameBytes()
    {
        var first = Zip("one", executable: "app");
        var second = Zip("two", executable: "app");
        var other = Zip("three", executable: "b.br");

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
        Assert.NotEqual(File.ReadAllBytes(first), File.ReadAllBytes(other));
    }

    [Fact]
    public void Write_AZipIsThere_IsReplaced()
    {
        File.WriteAllText(Path.Combine(_folder, "one.zip"), "an older one");

        using var zip = ZipFile.OpenRead(Zip("one", executable: "app"));

        Assert.Equal(3, zip.Entries.Count);
        Assert.Single(Directory.GetFiles(_folder));
    }

    private static int Permissions(ZipArchive zip, string name) => (zip.GetEntry(name)!.ExternalAttributes >> 16) & PermissionBits;

    private string Zip(string name, string executable)
    {
        var app = Directory.CreateDirectory(Path.Combine(_folder, name));
        app.CreateSubdirectory("a");
        foreach (var file in (string[])["b.br", "app", "a/host.json"])
        {
            var path = Path.Combine(app.FullName, file);
            File.WriteAllText(path, file);
            File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, name.Length, 0, 0, 0, DateTimeKind.Utc));
            if (file == executable && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
            }
        }

        var zip = Path.Combine(_folder, name + ".zip");
        AppZip.Write(app.FullName, zip);
        return zip;
    }
}
