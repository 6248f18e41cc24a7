using System.IO.Compression;
using System.Reflection.PortableExecutable;
using Notifieringar.LocalHost.Demo;
using Notifieringar.LocalHost.Publishing;
using Notifieringar.Scenarios.Letters;

namespace Notifieringar.Scenarios.Publishing;

/// <summary>What is uploaded to Azure, tried where it is as alone as there: no repository, no npm packages and no .NET of the machine.</summary>
public sealed class PublishedAppTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notifieringar-published-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ThePublishedZip_UnpackedInAnEmptyFolder_ServesTheDemo()
    {
        var app = await UnpackedAsync();

        var told = await DemoAsync(app);

        Assert.Matches(@"sms +\d{2,}", told);
        Assert.DoesNotContain("STÄMMER INTE", told, StringComparison.Ordinal);
        await LettersAreOfTheZipAsync();
        IsCompiledAndBringsItsRuntime(app);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(app, "node_modules", SearchOption.AllDirectories), _ => true);
    }

    private async Task<string> UnpackedAsync()
    {
        var (zip, published, app) = (Inside("app.zip"), Inside("published"), Inside("app"));
        using var terminal = new StringWriter();
        Assert.True(await PublishCommand.ExecuteAsync(["--output", zip, "--folder", published], terminal, Token) == 0, terminal.ToString());
        Directory.Delete(published, recursive: true);
        await ZipFile.ExtractToDirectoryAsync(zip, app, Token);
        return app;
    }

    private async Task<string> DemoAsync(string app)
    {
        using var terminal = new StringWriter();
        var exit = await DemoCommand.ExecuteAsync(["--exit", "--app", app, "--data", Inside("data"), "--port", "0", "--sandbox-port", "0"], terminal, Token);
        Assert.True(exit == 0, terminal.ToString());
        return terminal.ToString();
    }

    // Nothing above the unpacked folder could have lent it a browser, so letters with Swedish, Arabic and Ethiopic signs are the zip's work.
    private async Task LettersAreOfTheZipAsync()
    {
        for (var folder = _folder; folder is not null; folder = folder.Parent)
        {
            Assert.False(Directory.Exists(Path.Combine(folder.FullName, "node_modules")), $"{folder.FullName} has node_modules.");
        }

        var letters = Directory.GetFiles(Path.Combine(Inside("data"), "outbox", "letters"), "*.pdf");
        Assert.NotEmpty(letters);
        var characters = new HashSet<char>();
        foreach (var letter in letters)
        {
            characters.UnionWith(PdfFonts.Characters(await File.ReadAllBytesAsync(letter, Token)));
        }

        Assert.Superset(new HashSet<char>("åäö"), characters);
    }

    private static void IsCompiledAndBringsItsRuntime(string app)
    {
        using var code = new PEReader(File.OpenRead(Path.Combine(app, "Notifieringar.Workflows.dll")));
        Assert.True(code.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, "The app is not compiled ahead.");
        Assert.Contains("includedFrameworks", File.ReadAllText(Path.Combine(app, "Notifieringar.Functions.runtimeconfig.json")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(app, "libcoreclr.so")));
    }

    private string Inside(string name) => Path.Combine(_folder.FullName, name);
}
