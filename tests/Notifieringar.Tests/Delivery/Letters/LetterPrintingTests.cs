using Microsoft.Extensions.Configuration;
using Notifieringar.Delivery.Letters;

namespace Notifieringar.Tests.Delivery.Letters;

public sealed class LetterPrintingTests
{
    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();

    [Fact]
    public void ReadOptions_NothingSet_FindsNodeModulesAboveTheProgram()
    {
        var options = LetterPrinting.ReadOptions(Settings(), AppContext.BaseDirectory);
        Assert.EndsWith("@sparticuz/chromium", options.ChromiumFolder, StringComparison.Ordinal);
        Assert.EndsWith("@fontsource", options.FontsFolder, StringComparison.Ordinal);
        Assert.NotEmpty(options.CacheFolder);
    }

    [Fact]
    public void ReadOptions_APublishedApp_TakesWhatLiesBesideTheProgram()
    {
        var app = Directory.CreateTempSubdirectory("notifieringar-app-");
        foreach (var file in (string[])["letters/chromium/bin/chromium.br", "letters/fonts/noto-sans/unicode.json"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(app.FullName, file))!);
            File.WriteAllText(Path.Combine(app.FullName, file), "");
        }

        var options = LetterPrinting.ReadOptions(Settings(), app.FullName);

        Assert.Equal(Path.Combine(app.FullName, "letters", "chromium"), options.ChromiumFolder);
        Assert.Equal(Path.Combine(app.FullName, "letters", "fonts"), options.FontsFolder);
        app.Delete(recursive: true);
    }

    [Fact]
    public void ReadOptions_NoNodeModules_NamesTheSetting() => Assert.Contains(
        "Letters__ChromiumFolder",
        Assert.Throws<InvalidOperationException>(() => LetterPrinting.ReadOptions(Settings(), "/")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ReadOptions_FolderWithoutThePackage_NamesTheSetting() => Assert.Contains(
        "Letters__ChromiumFolder",
        Assert.Throws<InvalidOperationException>(
            () => LetterPrinting.ReadOptions(Settings(("Letters:ChromiumFolder", "/does-not-exist")), AppContext.BaseDirectory)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ReadOptions_CacheFolderSet_IsTaken() => Assert.Equal(
        "/var/cache/brev", LetterPrinting.ReadOptions(Settings(("Letters:CacheFolder", "/var/cache/brev")), AppContext.BaseDirectory).CacheFolder);
}
