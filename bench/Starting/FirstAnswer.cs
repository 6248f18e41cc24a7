using System.Diagnostics;
using System.Globalization;
using System.Net;
using Notifieringar.LocalHost.Emulator;
using Notifieringar.LocalHost.FunctionProcess;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.Bench.Starting;

/// <summary>One start of an app.</summary>
/// <param name="Listens">When it gave any answer at all, as the Functions host asks for.</param>
/// <param name="Page">When it had given its first page.</param>
/// <param name="Megabytes">The most memory it had held by then.</param>
internal sealed record FirstAnswer(TimeSpan Listens, TimeSpan Page, double Megabytes)
{
    private const double Mega = 1048576.0;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    // Nobody answers there: a start asks nothing of anybody.
    private static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["AzureWebJobsStorage"] = StorageEmulator.BuildConnectionString(9, 9, 9),
        ["Sms__ConnectionString"] = "endpoint=http://127.0.0.1:9/;accesskey=YmVuY2g=",
        ["Mail__ApiKey"] = "SG.bench",
        ["Mail__Host"] = "http://127.0.0.1:9",
        ["PublicUrl"] = "http://127.0.0.1:9",
        ["AnswerCodes__Key"] = Convert.ToBase64String(new byte[32]),
        ["Contacts__HashKey"] = Convert.ToBase64String(new byte[32]),
        ["Hooks__SmsSecret"] = "bench",
    };

    /// <exception cref="BenchFailedException">It ended, or gave no page.</exception>
    public static async Task<FirstAnswer> OfAsync(PublishedApp app, CancellationToken cancellation)
    {
        var port = FreePort.Take();
        var start = new ProcessStartInfo(app.Executable) { WorkingDirectory = app.Folder };
        HandlerEnvironment.Fill(start.Environment, new HandlerOptions { AppFolder = app.Folder, AppSettings = Settings }, port);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        start.Environment["ASPNETCORE_URLS"] = address.AbsoluteUri; // the empty app's; the function app has its own setting
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var started = TimeProvider.System.GetTimestamp();
        await using var process = ChildProcess.Start(start, _ => { });
        while (!await AnswersAsync(client, address, cancellation))
        {
            if (process.Exited.IsCompleted)
            {
                throw new BenchFailedException($"{app.Executable} ended while starting:{Environment.NewLine}{process.LastLines}");
            }

            await Task.Delay(Pause, cancellation);
        }

        var listens = TimeProvider.System.GetElapsedTime(started);
        using var page = await client.GetAsync(new Uri(address, "s"), cancellation);
        var took = TimeProvider.System.GetElapsedTime(started);
        using var running = Process.GetProcessById(process.Id);
        var memory = running.PeakWorkingSet64 / Mega;
        process.Kill();
        return page.StatusCode == HttpStatusCode.OK ? new FirstAnswer(listens, took, memory) : throw new BenchFailedException($"{app.Executable} answered {(int)page.StatusCode}.");
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(address, cancellation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
