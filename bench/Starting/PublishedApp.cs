using System.Diagnostics;
using System.Runtime.InteropServices;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.Bench.Starting;

/// <summary>An app as it is deployed: self-contained, compiled ahead.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Executable">Its program.</param>
internal sealed record PublishedApp(string Folder, string Executable)
{
    private const double Mega = 1048576.0;

    public double Megabytes => new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / Mega;

    /// <exception cref="BenchFailedException">It could not be published.</exception>
    public static async Task<PublishedApp> OfAsync(string project, string program, CancellationToken cancellation)
    {
        var folder = Path.Combine(LocalFolders.RepositoryRoot, "artifacts", "bench", program);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = LocalFolders.RepositoryRoot };
        foreach (var argument in (string[])
            ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-p:PublishReadyToRun=true", "-o", folder, "-v", "quiet", "--nologo"])
        {
            start.ArgumentList.Add(argument);
        }

        await using var publishing = ChildProcess.Start(start, _ => { });
        await publishing.Exited.WaitAsync(cancellation);
        return publishing.ExitCode == 0
            ? new PublishedApp(folder, Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program))
            : throw new BenchFailedException($"{project} could not be published:{Environment.NewLine}{publishing.LastLines}");
    }
}
