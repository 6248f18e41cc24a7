using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.Emulator;

/// <summary>Azurite's command line.</summary>
internal static class EmulatorProcess
{
    /// <exception cref="StartFailedException">Node is missing.</exception>
    public static ChildProcess Start(EmulatorOptions options, string folder, int[] ports, LogFile log)
    {
        var script = Path.Combine(options.RepositoryRoot, "node_modules", "azurite", "dist", "src", "azurite.js");
        string Port(int index) => ports[index].ToString(CultureInfo.InvariantCulture);
        List<string> arguments =
        [
            script, "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobPort", Port(0), "--queuePort", Port(1), "--tablePort", Port(2),
        ];
        arguments.AddRange(options.InMemory ? ["--inMemoryPersistence"] : (string[])["--location", folder]);
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder };
        arguments.ForEach(start.ArgumentList.Add);
        try
        {
            return ChildProcess.Start(start, log.Write);
        }
        catch (Win32Exception)
        {
            throw new StartFailedException("node was not found. Install Node.js 20 or newer; the storage emulator needs it.");
        }
    }
}
