using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Publishing;

namespace Notifieringar.Tests.LocalHost.Publishing;

public sealed class PublishingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("notifieringar-publishing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task WriteAsync_AFolderOfSomethingElse_IsLeftAlone()
    {
        var file = Path.Combine(_folder, "thesis.txt");
        await File.WriteAllTextAsync(file, "ten years of work", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<StartFailedException>(
            () => PublishedApp.WriteAsync(RepositoryFiles.Root, _folder, TestContext.Current.CancellationToken));

        Assert.Contains(_folder, refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public void Copy_TheNpmPackages_TakesWhatLettersNeedAndNoMore()
    {
        LetterTools.Copy(Path.Combine(RepositoryFiles.Root, "node_modules"), _folder);

        var files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder, path)).ToList();
        Assert.Contains("letters/chromium/bin/chromium.br", files);
        Assert.Contains("letters/chromium/bin/al2023.tar.br", files);
        Assert.Contains("letters/chromium/bin/fonts.tar.br", files);
        Assert.Contains("letters/fonts/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2", files);
        Assert.DoesNotContain(files, file => file.EndsWith(".js", StringComparison.Ordinal) || file.Contains("-900-", StringComparison.Ordinal));
    }

    [Fact]
    public void Copy_NoNpmPackages_SaysWhatIsMissing() => Assert.Contains(
        "npm ci", Assert.Throws<StartFailedException>(() => LetterTools.Copy(_folder, _folder)).Message, StringComparison.Ordinal);
}
