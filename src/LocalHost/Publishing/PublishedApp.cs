using System.ComponentModel;
using System.Diagnostics;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.Publishing;

/// <summary>What <c>dotnet publish</c> makes of the function app for a Linux machine that has no .NET.</summary>
internal static class PublishedApp
{
    /// <summary>Everything but the folder to publish to. No machine's paths and no documentation of the code go along.</summary>
    private static readonly string[] Arguments =
    [
        "publish", "src/Functions", "--configuration", "Release", "--runtime", "linux-x64", "--self-contained",
        "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false", "-p:DebugType=none",
        "-p:PublishDocumentationFiles=false", "-p:PublishReferencesDocumentationFiles=false",
        // Nothing may outlive the command and hold its output open.
        "-p:UseSharedCompilation=false", "-nodeReuse:false", "-nologo", "-verbosity:quiet",
    ];

    /// <summary>Empties the folder and publishes into it.</summary>
    /// <exception cref="StartFailedException">It cannot be compiled; the message ends with what the compiler said.</exception>
    public static async Task WriteAsync(string repositoryRoot, string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            RefuseAnotherFolder(folder);
            Directory.Delete(folder, recursive: true);
        }

        await using var publish = Start(repositoryRoot, folder);
        await using var stopping = cancellationToken.Register(publish.Kill);
        await publish.Exited;
        cancellationToken.ThrowIfCancellationRequested();
        if (publish.ExitCode != 0)
        {
            throw new StartFailedException($"dotnet publish failed with exit code {publish.ExitCode}:{Environment.NewLine}{publish.LastLines}");
        }
    }

    // A slip in --folder must not cost anybody their files.
    private static void RefuseAnotherFolder(string folder)
    {
        if (Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, "host.json")))
        {
            throw new StartFailedException($"{folder} holds something that is no function app. Name an empty folder, or one that is not there.");
        }
    }

    private static ChildProcess Start(string repositoryRoot, string folder)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = repositoryRoot };
        foreach (var argument in Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add($"-p:PathMap={repositoryRoot}=/_/");
        // What is built for Linux lies apart, so that publishing and testing do not build over each other.
        start.ArgumentList.Add($"-p:ArtifactsPath={Path.Combine(repositoryRoot, "artifacts", "publish")}");
        start.ArgumentList.Add("--output");
        start.ArgumentList.Add(folder);
        try
        {
            return ChildProcess.Start(start, _ => { });
        }
        catch (Win32Exception wrong)
        {
            throw new StartFailedException($"dotnet cannot be started: {wrong.Message}");
        }
    }
}
