using Notifieringar.LocalHost.Emulator;

namespace Notifieringar.Tests.LocalHost;

public sealed class NodeModulesTests : IDisposable
{
    private static readonly DateTime Then = new(2027, 3, 1, 8, 0, 0, DateTimeKind.Utc);
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("notifieringar-npm-");

    [Theory]
    [InlineData(null, true)]
    [InlineData(-60, true)]
    [InlineData(0, false)]
    [InlineData(60, false)]
    public void NeedsInstall_ByAge_WhenMissingOrOlderThanTheLockFile(int? installedSecondsLater, bool expected)
    {
        Touch("package-lock.json", Then);
        if (installedSecondsLater is { } seconds)
        {
            Touch("node_modules/.package-lock.json", Then.AddSeconds(seconds));
        }

        Assert.Equal(expected, NodeModules.NeedsInstall(_root.FullName));
    }

    public void Dispose() => _root.Delete(recursive: true);

    private void Touch(string name, DateTime time)
    {
        var path = Path.Combine(_root.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{}");
        File.SetLastWriteTimeUtc(path, time);
    }
}
