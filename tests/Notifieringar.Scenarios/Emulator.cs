using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Notifieringar.Scenarios;

[assembly: AssemblyFixture(typeof(Emulator))]

namespace Notifieringar.Scenarios;

/// <summary>One storage emulator for all scenarios of a test run: blobs, queues and tables on free loopback ports, its data in a
/// temporary folder that goes when the run ends. Scenarios keep apart by their own table, queue and container names.</summary>
public sealed class Emulator : IAsyncLifetime
{
    // The account and key that the emulator's documentation publishes.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("notifieringar-azurite-");
    private Process? _process;

    /// <summary>The connection string of the running emulator, with all three endpoints.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The folder that holds <c>Notifieringar.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    public async ValueTask InitializeAsync()
    {
        var script = Path.Combine(RepositoryRoot, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
        {
            throw new FileNotFoundException("The storage emulator is missing: run 'npm ci' in the repository's root.", script);
        }

        // A port found free can be taken before the emulator has it, so a failed start gets new ports.
        for (var attempt = 1; ; attempt++)
        {
            var ports = FreePorts(3);
            _process = Start(script, ports);
            if (await AnswersAsync(_process, ports))
            {
                ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
                    + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{Account};QueueEndpoint=http://127.0.0.1:{ports[1]}/{Account};"
                    + $"TableEndpoint=http://127.0.0.1:{ports[2]}/{Account};";
                return;
            }

            await StopAsync();
            if (attempt == 3)
            {
                throw new InvalidOperationException("The storage emulator did not start in three attempts.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _data.Delete(recursive: true);
    }

    private Process Start(string script, int[] ports)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", _data.FullName,
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        // Unread pipes would block the emulator when they are full.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task<bool> AnswersAsync(Process process, int[] ports)
    {
        var waited = Stopwatch.StartNew();
        foreach (var port in ports)
        {
            while (!await AcceptsAsync(port))
            {
                if (process.HasExited || waited.Elapsed > StartLimit)
                {
                    return false;
                }

                await Task.Delay(50);
            }
        }

        return !process.HasExited;
    }

    private static async Task<bool> AcceptsAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task StopAsync()
    {
        if (_process is null)
        {
            return;
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _process = null;
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }

    // The tests run from under the root, unless their build output was sent elsewhere; then their source still lies there.
    private static string FindRoot([CallerFilePath] string source = "") => Above(AppContext.BaseDirectory) ?? Above(Path.GetDirectoryName(source)!)
        ?? throw new DirectoryNotFoundException("Neither the tests nor their source lie under a folder with Notifieringar.sln.");

    private static string? Above(string path)
    {
        for (DirectoryInfo? folder = new(path); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Notifieringar.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
