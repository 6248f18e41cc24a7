using System.Diagnostics;
using System.Globalization;
using Notifieringar.LocalHost.Commands;
using Notifieringar.LocalHost.Emulator;

namespace Notifieringar.LocalHost.Publishing;

/// <summary>The zip that Azure runs: the function app with its own .NET, the browser that prints letters, and their fonts.</summary>
internal static class PublishCommand
{
    public const string Help = """
          --output FILE     publish: the zip (artifacts/app.zip)
          --folder FOLDER   publish: the same, not packed (artifacts/app); emptied first
        """;

    public static async Task<int> ExecuteAsync(IEnumerable<string> arguments, TextWriter terminal, CancellationToken stopping)
    {
        var root = LocalFolders.RepositoryRoot;
        var options = new OptionReader(arguments);
        var file = Path.GetFullPath(options.Text("--output") ?? Path.Combine(root, "artifacts", "app.zip"));
        var folder = Path.GetFullPath(options.Text("--folder") ?? Path.Combine(root, "artifacts", "app"));
        options.RefuseTheRest();
        if (OperatingSystem.IsWindows())
        {
            throw new StartFailedException("The zip must hold the executable bits of Linux, which Windows does not keep: publish on Linux, macOS or in WSL.");
        }

        var watch = Stopwatch.StartNew();
        await NodeModules.EnsureAsync(root, terminal, stopping);
        await terminal.WriteLineAsync("  Compiling the function app for Linux, with its own .NET (a few minutes) …");
        await PublishedApp.WriteAsync(root, folder, stopping);
        LetterTools.Copy(Path.Combine(root, "node_modules"), folder);
        AppZip.Write(folder, file);
        var size = new FileInfo(file).Length / 1_000_000;
        await terminal.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {file}: {size} MB, in {watch.Elapsed.TotalSeconds:0} seconds"));
        return ExitCode.Done;
    }
}
