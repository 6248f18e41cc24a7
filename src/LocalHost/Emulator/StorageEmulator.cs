using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.Emulator;

/// <summary>Azurite: blobs, queues and tables on loopback, as a child process.</summary>
internal sealed class StorageEmulator : IAsyncDisposable
{
    // The emulator's published account; it protects nothing.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);
    private readonly ChildProcess _process;
    private readonly LogFile _log;
    private readonly ChildRegister? _register;
    private readonly bool _inMemory;

    private StorageEmulator(ChildProcess process, LogFile log, ChildRegister? register, int[] ports, bool inMemory)
    {
        (_process, _log, _register, _inMemory) = (process, log, register, inMemory);
        ConnectionString = BuildConnectionString(ports[0], ports[1], ports[2]);
    }

    public string ConnectionString { get; }

    public int ProcessId => _process.Id;

    public static string BuildConnectionString(int blobPort, int queuePort, int tablePort) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint=http://127.0.0.1:{blobPort}/{Account};" +
        $"QueueEndpoint=http://127.0.0.1:{queuePort}/{Account};" +
        $"TableEndpoint=http://127.0.0.1:{tablePort}/{Account};");

    /// <summary>Returns when all three services answer.</summary>
    /// <exception cref="StartFailedException">Node is missing, or the emulator ended or did not answer.</exception>
    public static async Task<StorageEmulator> StartAsync(
        EmulatorOptions options, ChildRegister? register, TimeProvider time, TextWriter terminal, CancellationToken cancellationToken)
    {
        await NodeModules.EnsureAsync(options.RepositoryRoot, terminal, cancellationToken);
        var folder = Path.Combine(options.DataFolder, "azurite");
        if (options.Fresh && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        var free = FreePort.Take(3);
        int[] ports = [Chosen(options.BlobPort, free[0]), Chosen(options.QueuePort, free[1]), Chosen(options.TablePort, free[2])];
        var log = new LogFile(Path.Combine(options.DataFolder, "azurite.log"), time);
        var emulator = new StorageEmulator(StartProcess(options, folder, ports, log), log, register, ports, options.InMemory);
        register?.Add(emulator._process);
        try
        {
            await emulator.WaitUntilReadyAsync(ports, cancellationToken);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // It writes its files when it stops, and waits some seconds for open connections first; in memory there is nothing to write.
        await _process.StopAsync(_inMemory ? TimeSpan.Zero : StopPatience);
        await _process.DisposeAsync();
        _register?.Remove(_process);
        _log.Dispose();
    }

    private static int Chosen(int wanted, int free) => wanted == 0 ? free : wanted;

    private static ChildProcess StartProcess(EmulatorOptions options, string folder, int[] ports, LogFile log)
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

    private async Task WaitUntilReadyAsync(int[] ports, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            foreach (var port in ports)
            {
                while (!await AnswersAsync(client, port, limit.Token))
                {
                    if (_process.Exited.IsCompleted)
                    {
                        throw new StartFailedException($"The storage emulator ended while starting:{Environment.NewLine}{_process.LastLines}");
                    }

                    await Task.Delay(50, limit.Token);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StartFailedException($"The storage emulator did not answer within {StartLimit.TotalSeconds} seconds.");
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, int port, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/"), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
