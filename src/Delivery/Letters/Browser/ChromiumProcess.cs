using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notifieringar.Delivery.Letters.Browser;

/// <summary>One running browser. It ends with this object, and also when this process dies, because its pipe then closes.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    // sh hands its standard streams over as descriptors 3 and 4, where Chromium looks for the pipe, and then becomes the browser:
    // the process id stays the same. Chromium's own output is of no use to anyone.
    private const string HandOver = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";

    // --no-sandbox: Chromium refuses to run as root, as containers do, with its sandbox. The pages are our own and carry a policy that
    // allows no script and no network; the host rules and the missing proxy close the network a second time.
    private static readonly string[] Arguments =
    [
        "--headless", "--remote-debugging-pipe", "--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-breakpad",
        "--no-first-run", "--no-pings", "--mute-audio", "--font-render-hinting=none", "--force-color-profile=srgb", "--lang=sv",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DevToolsPipe _pipe;
    private readonly RunFolder _folder;

    private ChromiumProcess(Process process, RunFolder folder, TimeProvider time)
    {
        (_process, _folder) = (process, folder);
        _pipe = new DevToolsPipe(process.StandardInput.BaseStream, process.StandardOutput.BaseStream, time);
    }

    /// <summary>Whether the browser can still be used.</summary>
    public bool IsAlive => _pipe.IsOpen;

    internal int ProcessId => _process.Id;

    /// <summary>Starts a browser and waits until it answers.</summary>
    public static async Task<ChromiumProcess> StartAsync(UnpackedChromium chromium, TimeProvider time, CancellationToken cancellationToken)
    {
        var run = RunFolder.Create(chromium.CacheFolder);
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = run.Folder,
        };
        foreach (var argument in (string[])["-c", HandOver, chromium.Program, .. Arguments, $"--user-data-dir={run.Folder}"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["FONTCONFIG_FILE"] = chromium.FontsConf;
        start.Environment["LD_LIBRARY_PATH"] = chromium.Libraries;
        start.Environment["HOME"] = run.Folder;
        start.Environment["TMPDIR"] = run.Folder;
        var browser = new ChromiumProcess(Process.Start(start)!, run, time);
        try
        {
            await browser.SendAsync("Browser.getVersion", null, null, cancellationToken);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens an empty page.</summary>
    public async Task<BrowserPage> OpenPageAsync(CancellationToken cancellationToken)
    {
        var target = (await SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancellationToken))
            .GetProperty("targetId").GetString()!;
        var session = (await SendAsync(
            "Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }, null, cancellationToken))
            .GetProperty("sessionId").GetString()!;
        return new BrowserPage(this, target, session);
    }

    public Task<JsonElement> SendAsync(
        string method, JsonObject? parameters, string? session, CancellationToken cancellationToken) =>
        _pipe.SendAsync(method, parameters, session, Patience, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        await _pipe.DisposeAsync();
        _process.Dispose();
        _folder.Dispose();
    }
}
