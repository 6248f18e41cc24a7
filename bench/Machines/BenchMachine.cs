using System.Net.Http.Json;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using NodaTime;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.StorageProxy;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Storage;
using StorageTables = Notifieringar.Records.Storage.Tables;

namespace Notifieringar.Bench.Machines;

/// <summary>The whole system on this machine as <c>src/LocalHost</c> starts it, with one large unit, storage in memory and no send budget. Its
/// timers run when they are fired, its clock stands still.</summary>
internal sealed class BenchMachine : IAsyncDisposable
{
    public const int UsualShards = 16;

    private readonly DirectoryInfo _folder;
    private readonly HttpClientTransport _connections = new(new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 64 }));

    private BenchMachine(LocalMachine machine, DirectoryInfo folder, int shards)
    {
        (Machine, _folder, Shards) = (machine, folder, shards);
        Service = new TableServiceClient(machine.ConnectionString, new TableClientOptions { Transport = _connections });
        Tables = new StorageTables(Service);
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = machine.PublicUrl,
            Timeout = TimeSpan.FromMinutes(10),
        };
        Http.DefaultRequestHeaders.Add("x-functions-key", machine.FunctionKey);
        Process = new FunctionProcessCost(machine.FunctionsProcess);
    }

    public static UnitId Unit { get; } = new("stora");

    /// <summary>A Tuesday, in the hours in which SMS are sent.</summary>
    public static LocalDateTime Now { get; } = new(2025, 2, 4, 10, 0);

    public LocalMachine Machine { get; }

    /// <summary>Over how many partitions the unit's people spread.</summary>
    public int Shards { get; }

    /// <summary>To the public address, with the function key.</summary>
    public HttpClient Http { get; }

    /// <summary>Past the functions, to the emulator.</summary>
    public TableServiceClient Service { get; }

    public StorageTables Tables { get; }

    public FunctionProcessCost Process { get; }

    /// <summary>What the function process has asked of storage so far. Only a machine that counts knows.</summary>
    public long StorageCalls => Enum.GetValues<StorageService>().Sum(service => Machine.StorageProxy?.Calls(service) ?? 0);

    /// <summary>How long the function process has waited for storage so far. Only a machine that counts knows.</summary>
    public TimeSpan StorageWaits => Machine.StorageProxy?.Busy ?? TimeSpan.Zero;

    /// <param name="counts">True for one whose storage calls are counted, by a proxy that makes each a little slower.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <param name="shards">Over how many partitions the unit's people spread.</param>
    public static async Task<BenchMachine> StartAsync(bool counts, CancellationToken cancellation, int shards = UsualShards)
    {
        var folder = Directory.CreateTempSubdirectory("notifieringar-bench-");
        var options = new LocalMachineOptions
        {
            RepositoryRoot = LocalFolders.RepositoryRoot,
            DataFolder = folder.FullName,
            InMemory = true,
            TimersRun = false,
            ClockStart = Stockholm.MomentOf(Now),
            StorageProxy = counts,
            ExtraSettings = new Dictionary<string, string>
            {
                ["Sms__PerMinute"] = "0",
                ["Letters__CacheFolder"] = Path.Combine(LocalFolders.DefaultData, "chromium"),
            },
        };
        var machine = new BenchMachine(await LocalMachine.StartAsync(options, cancellationToken: cancellation), folder, shards);
        await machine.FireAsync("SeedShippedTexts", cancellation);
        using var rules = new StringContent(Rules(shards), Encoding.UTF8, "application/json");
        using var saved = await machine.Http.PutAsync(new Uri($"units/{Unit}", UriKind.Relative), rules, cancellation);
        await CheckAsync(saved, cancellation);
        return machine;
    }

    public string ShardOf(PersonId person) => Keys.Shard(person, Shards);

    /// <exception cref="BenchFailedException">The timer's function failed.</exception>
    public async Task FireAsync(string timer, CancellationToken cancellation)
    {
        var outcome = await Machine.Triggers.FireTimerAsync(timer, cancellation);
        if (!outcome.Succeeded)
        {
            throw new BenchFailedException($"{timer}: {outcome.Reason}");
        }
    }

    /// <exception cref="BenchFailedException">Something was left, or has failed for good.</exception>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        var drained = await Machine.Triggers.DrainAsync(cancellationToken: cancellation);
        if (!drained.Empty || await Machine.Triggers.PoisonCountAsync(cancellation) > 0)
        {
            throw new BenchFailedException($"{drained.Delayed} queue messages were left, or some failed for good.");
        }
    }

    public async Task<T> PostAsync<T>(string path, object body, CancellationToken cancellation)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellation);
        await CheckAsync(answer, cancellation);
        return (await answer.Content.ReadFromJsonAsync<T>(cancellation))!;
    }

    public async Task<T> GetAsync<T>(string path, CancellationToken cancellation) =>
        (await Http.GetFromJsonAsync<T>(new Uri(path, UriKind.Relative), cancellation))!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _connections.Dispose();
        await Machine.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <exception cref="BenchFailedException">The answer is not one of success.</exception>
    public static async Task CheckAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchFailedException(
                $"{answer.RequestMessage?.RequestUri?.AbsolutePath} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
        }
    }

    private static string Rules(int shards) => $$"""
        {
          "name": "Stora bibliotek", "smsSender": "Stora bibl", "emailFrom": "bibliotek@stora.example.se", "phone": "070-174 06 05",
          "returnAddress": ["Stora bibliotek", "Storgatan 1", "998 10 Provby"], "shards": {{shards}},
          "visitDays": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], "slotTimes": ["09:00", "10:00", "11:00", "13:00", "14:00", "15:00"],
          "visitors": ["Par 1", "Par 2", "Par 3", "Par 4"], "comesUnlessNo": true, "allowsUnreviewedTexts": true
        }
        """;
}
