using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Erasing;
using Notifieringar.Scenarios.Hooks;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Attacks;

/// <summary>What stands open to the world: refused calls are logged and say nothing, uploads end, health tells no secret, keys are exchanged.</summary>
public sealed class OpenDoorTests
{
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 6, 0);

    [Fact]
    public async Task WhatIsRefused_IsLogged_WithoutCodesKeysOrWhatWasSent()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var provider = new AProvider(library);
        using var http = new HttpClient { BaseAddress = library.Machine.PublicUrl };
        using var system = await ALibrarySystem.WithKeyAsync(library);
        const string Code = "346789BCDF";

        using var forged = await provider.PostSmsAsync("[]", "0123456789guess");
        using var guessed = await http.GetAsync(new Uri($"s/{Code}", UriKind.Relative));
        system.Use($"nk.provby.bibliotekssystem.{new string('A', 43)}");
        Assert.Equal(401, (await system.GetAsync("campaigns")).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound), (forged.StatusCode, guessed.StatusCode));

        var log = await LogAsync(library, last: "Refused: GET of api, 401.");
        Assert.Contains("Refused: POST of hooks, 401.", log, StringComparison.Ordinal);
        Assert.Contains("Refused: GET of s, 404.", log, StringComparison.Ordinal);
        Assert.Contains("Refused: GET of api, 401.", log, StringComparison.Ordinal);
        Assert.Contains("it gives a key bibliotekssystem of provby that is not there", log, StringComparison.Ordinal);
        Assert.All(
            new[] { Code, "0123456789guess", new string('A', 43) },
            secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task AnUploadThatTrickles_IsEnded()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        var url = library.Machine.PublicUrl;
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /hooks/sms?secret=x HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n["));

        // It says that more comes, and sends nothing. Whoever waits for it gives up on it first.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var answer = new byte[64];
        int read;
        try
        {
            read = await stream.ReadAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            read = 0; // the connection is gone
        }

        Assert.DoesNotContain(" 200 ", Encoding.ASCII.GetString(answer, 0, read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_SaysHowEachDependencyIs_AndNothingElse()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var http = new HttpClient { BaseAddress = library.Machine.PublicUrl };

        using var answer = await http.GetAsync(new Uri("halsa", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        var health = JsonDocument.Parse(text).RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString());
        Assert.Equal(["blobs", "browser", "checkedAt", "email", "queues", "sms", "state", "tables"], health.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("Up", "Up", "Up", "Up"), (health["state"], health["tables"], health["queues"], health["blobs"]));
        Assert.Equal(("Unknown", "Unknown", "Unknown"), (health["sms"], health["email"], health["browser"]));
        Assert.Equal(text, await http.GetStringAsync(new Uri("halsa", UriKind.Relative))); // asked once, however often it is asked
    }

    [Fact]
    public async Task AKey_IsExchangedWhileTheOldOneWorks_AndBothEnd()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var system = new ALibrarySystem(library);
        var first = (await system.AdministerAsync("PUT", "keys/provby/skript?days=30", "")).Text("key");
        var second = (await system.AdministerAsync("POST", "keys/provby/skript?days=30&overlap=7", "")).Text("key");
        Assert.Equal((200, 200), (await OpensAsync(system, first), await OpensAsync(system, second)));
        var third = (await system.AdministerAsync("POST", "keys/provby/skript?days=30", "")).Text("key");
        Assert.Equal((401, 200, 200), (await OpensAsync(system, first), await OpensAsync(system, second), await OpensAsync(system, third))); // two, never more
        var listed = (await system.AdministerAsync("GET", "keys/provby", "")).Body;
        Assert.Contains("\"name\":\"skript\"", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", listed, StringComparison.OrdinalIgnoreCase);
        var secrets = new[] { first, second, third }.Select(key => key.Split('.')[^1]);
        Assert.Empty(EverythingStored.Find(await EverythingStored.ReadAsync(library), secrets)); // only hashes are kept

        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(Morning.PlusDays(8)));
        Assert.Equal((401, 200), (await OpensAsync(system, second), await OpensAsync(system, third)));
        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(Morning.PlusDays(31)));
        Assert.Equal(401, await OpensAsync(system, third));

        Assert.Equal(400, (await system.AdministerAsync("POST", "keys/provby/skript?overlap=-1", "")).Status);
        Assert.Equal(404, (await system.AdministerAsync("POST", "keys/provby/annat", "")).Status);
        var fourth = (await system.AdministerAsync("POST", "keys/provby/skript?overlap=0", "")).Text("key");
        Assert.Equal(200, await OpensAsync(system, fourth));
        Assert.Equal(204, (await system.AdministerAsync("DELETE", "keys/provby/skript", "")).Status);
        Assert.Equal(401, await OpensAsync(system, fourth));
    }

    private static async Task<int> OpensAsync(ALibrarySystem system, string key)
    {
        system.Use(key);
        return (await system.GetAsync("campaigns")).Status;
    }

    // The answer is out before the line about it is in the file.
    private static async Task<string> LogAsync(ALibrary library, string last)
    {
        var text = await LogAsync(library);
        for (var attempt = 0; attempt < 100 && !text.Contains(last, StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            text = await LogAsync(library);
        }

        return text;
    }

    private static async Task<string> LogAsync(ALibrary library)
    {
        await using var log = new FileStream(library.FunctionLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync();
    }
}
