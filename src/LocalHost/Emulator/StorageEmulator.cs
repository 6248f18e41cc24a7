using System.Globalization;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.Emulator;

/// <summary>Azurite: blobs, queues and tables on loopback, as a child process.</summary>
internal sealed class StorageEmulator : IAsyncDisposable
{
    // The emulator's published account; it protects nothing.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const int Attempts = 3;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AttemptWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);
    private readonly EmulatorOptions _options;
    private readonly string _folder;
    private readonly int[] _ports;
    private readonly LogFile _log;
    private readonly ChildRegister? _register;
    private ChildProcess? _process;

    private StorageEmulator(EmulatorOptions options, string folder, int[] ports, LogFile log, ChildRegister? register)
    {
        (_options, _folder, _ports, _log, _register) = (options, folder, ports, log, register);
        ConnectionString = BuildConnectionString(ports[0], ports[1], ports[2]);
        Endpoints = [.. ports.Select(port => new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")))];
    }

    public string ConnectionString { get; }

    /// <summary>Of blobs, queues and tables, in that order.</summary>
    public IReadOnlyList<Uri> Endpoints { get; }

    /// <summary>0 while it is down.</summary>
    public int ProcessId => _process?.Id ?? 0;

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
        for (var attempt = 1; ; attempt++)
        {
            var free = FreePort.Take(3);
            int[] ports = [Chosen(options.BlobPort, free[0]), Chosen(options.QueuePort, free[1]), Chosen(options.TablePort, free[2])];
            var emulator = new StorageEmulator(options, folder, ports, new LogFile(Path.Combine(options.DataFolder, "azurite.log"), time), register);
            try
            {
                await emulator.StartAgainAsync(cancellationToken);
                return emulator;
            }
            catch (StartFailedException) when (attempt < Attempts)
            {
                // A port that was free may have been taken before the emulator had it.
                await emulator.DisposeAsync();
            }
            catch
            {
                await emulator.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>
    /// Away for a while, then back on the same ports with everything it has acknowledged. It is asked to leave (SIGTERM),
    /// because it writes its files every five seconds only: killed, it forgets up to five seconds of what it has said yes to,
    /// which the real service never does.
    /// </summary>
    /// <exception cref="InvalidOperationException">It keeps everything in memory, and would forget it.</exception>
    /// <exception cref="StartFailedException">It did not come back.</exception>
    public async Task OutageAsync(TimeSpan down, CancellationToken cancellationToken)
    {
        if (_options.InMemory)
        {
            throw new InvalidOperationException("An emulator that keeps its data in memory cannot go down and keep it.");
        }

        await StopAsync(StopPatience);
        await Task.Delay(down, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await StartAgainAsync(cancellationToken);
                return;
            }
            catch (StartFailedException) when (attempt < Attempts)
            {
                await StopAsync(TimeSpan.Zero);
                await Task.Delay(AttemptWait, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // It writes its files when it stops, and waits some seconds for open connections first; in memory there is nothing to write.
        await StopAsync(_options.InMemory ? TimeSpan.Zero : StopPatience);
        _log.Dispose();
    }

    private async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        _process = EmulatorProcess.Start(_options, _folder, _ports, _log);
        _register?.Add(_process);
        await WaitUntilReadyAsync(_process, cancellationToken);
    }

    private async Task StopAsync(TimeSpan patience)
    {
        if (_process is { } process)
        {
            _process = null;
            await process.StopAsync(patience);
            await process.DisposeAsync();
            _register?.Remove(process);
        }
    }

    private static int Chosen(int wanted, int free) => wanted == 0 ? free : wanted;

    private async Task WaitUntilReadyAsync(ChildProcess process, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            foreach (var endpoint in Endpoints)
            {
                while (!await AnswersAsync(client, endpoint, limit.Token))
                {
                    if (process.Exited.IsCompleted)
                    {
                        throw new StartFailedException($"The storage emulator ended while starting:{Environment.NewLine}{process.LastLines}");
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

    private static async Task<bool> AnswersAsync(HttpClient client, Uri endpoint, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(endpoint, cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
