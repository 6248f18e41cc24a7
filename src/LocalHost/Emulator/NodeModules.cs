using System.ComponentModel;
using System.Diagnostics;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.Emulator;

/// <summary>What the project takes from npm: there, and as new as the lock file says.</summary>
internal static class NodeModules
{
    public static async Task EnsureAsync(string repositoryRoot, TextWriter terminal, CancellationToken cancellationToken)
    {
        if (!NeedsInstall(repositoryRoot))
        {
            return;
        }

        await terminal.WriteLineAsync("  Fetching the storage emulator, the browser and the fonts from npm (first time only, about a minute) …");
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm") { WorkingDirectory = repositoryRoot };
        foreach (var argument in (string[])["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            start.ArgumentList.Add(argument);
        }

        await using var npm = Start(start);
        await npm.Exited.WaitAsync(cancellationToken);
        if (npm.ExitCode != 0)
        {
            throw new StartFailedException($"npm ci failed with exit code {npm.ExitCode}:{Environment.NewLine}{npm.LastLines}");
        }

        File.SetLastWriteTimeUtc(Installed(repositoryRoot), File.GetLastWriteTimeUtc(Wanted(repositoryRoot)).AddSeconds(1));
    }

    /// <summary>npm leaves a copy of the lock file inside node_modules: its age is the age of the installation.</summary>
    internal static bool NeedsInstall(string repositoryRoot) =>
        !File.Exists(Installed(repositoryRoot))
        || File.GetLastWriteTimeUtc(Installed(repositoryRoot)) < File.GetLastWriteTimeUtc(Wanted(repositoryRoot));

    private static string Installed(string repositoryRoot) => Path.Combine(repositoryRoot, "node_modules", ".package-lock.json");

    private static string Wanted(string repositoryRoot) => Path.Combine(repositoryRoot, "package-lock.json");

    private static ChildProcess Start(ProcessStartInfo start)
    {
        try
        {
            return ChildProcess.Start(start, _ => { });
        }
        catch (Win32Exception)
        {
            throw new StartFailedException("npm was not found. Install Node.js 20 or newer; the storage emulator and the letter printer need it.");
        }
    }
}
