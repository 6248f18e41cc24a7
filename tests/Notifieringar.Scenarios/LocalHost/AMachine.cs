using System.Net;
using NodaTime;
using Notifieringar.LocalHost;

namespace Notifieringar.Scenarios.LocalHost;

/// <summary>The public address, timers by hand, the clock, and what is kept between two runs.</summary>
public sealed class AMachine
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PassesRequestsOnWithoutWhatClientsSayAboutThemselves()
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithHttp("Answers", "svar/{code}").WithTimer("Plan", "0 */5 * * * *"));
        machine.Behaviour.OnCall = call =>
        {
            (call.Status, call.Answer) = (201, """{"said":"hej"}""");
            return Task.CompletedTask;
        };
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(machine.Local.PublicUrl, "svar/abc?x=1")) { Content = new StringContent("ja") };
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", "forged");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-NAME", "forged");
        request.Headers.Add("X-Forwarded-Host", "forged.example.se");
        request.Headers.Add("X-Azure-Functions-InvocationId", "forged");

        using var answer = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("""{"said":"hej"}""", await answer.Content.ReadAsStringAsync(Token));
        var call = Assert.Single(machine.Behaviour.Calls);
        Assert.Equal("ja", call.Body);
        Assert.Equal(machine.Local.PublicUrl.Authority, call.Headers["x-forwarded-host"]);
        Assert.Equal("http", call.Headers["x-forwarded-proto"]);
        Assert.Contains("x-ms-invocation-id", call.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain("forged", string.Join(' ', call.Headers.Values));
    }

    [Theory]
    [InlineData("Plan")]
    [InlineData("plan")]
    [InlineData("//Plan")]
    [InlineData("Plan/")]
    [InlineData("%50lan")]
    [InlineData("svar/../Plan")]
    public async Task NeverLetsAClientFireATrigger(string path)
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithHttp("Everything", "{*path}").WithTimer("Plan", "0 */5 * * * *"));
        using var client = new HttpClient();

        using var answer = await client.PostAsync(new Uri(machine.Local.PublicUrl.AbsoluteUri + path), new StringContent("{}"), Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(machine.Behaviour.Calls);
    }

    [Fact]
    public async Task AsksForTheKeyOfFunctionsThatAreNotAnonymous()
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithHttp("Hooks", "kvitton", "function"));
        using var client = new HttpClient();
        var url = new Uri(machine.Local.PublicUrl, "kvitton");

        using var without = await client.GetAsync(url, Token);
        using var wrong = await client.GetAsync(new Uri(url, "?code=wrong"), Token);
        using var right = await client.GetAsync(new Uri(url, "?code=" + machine.Local.FunctionKey), Token);

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK],
            [without.StatusCode, wrong.StatusCode, right.StatusCode]);
    }

    [Fact]
    public async Task FiresATimerByHandAndMovesTheClock()
    {
        var start = Instant.FromUtc(2027, 3, 1, 7, 0);
        await using var machine = await Machine.StartAsync(new TestApp().WithTimer("Plan", "0 */5 * * * *"), start);

        var outcome = await machine.Local.Triggers.FireTimerAsync("Plan", Token);
        var clock = Path.Combine(machine.DataFolder, "clock");
        var before = await File.ReadAllTextAsync(clock, Token);
        machine.Local.SetClock(start + Duration.FromDays(1));

        Assert.True(outcome.Succeeded);
        Assert.Contains("\"IsPastDue\":false", Assert.Single(machine.Behaviour.Calls).Body);
        Assert.Equal("2027-03-01T07:00:00Z", before);
        Assert.Equal("2027-03-02T07:00:00Z", await File.ReadAllTextAsync(clock, Token));
    }

    [Fact]
    public async Task KeepsMessagesAndKeysFromOneRunToTheNext()
    {
        await using var machine = await Machine.StartAsync(new TestApp(maxDequeueCount: 5).WithQueue("Letters", "letters"));
        await machine.Local.DisposeAsync();
        await machine.StartLocalAsync(inMemory: false);
        var key = machine.Local.FunctionKey;
        await (await machine.QueueAsync("waiting")).SendMessageAsync("kept", Token);
        await machine.Local.DisposeAsync();

        await machine.StartLocalAsync(inMemory: false);

        Assert.Equal(key, machine.Local.FunctionKey);
        Assert.Equal("kept", (await (await machine.QueueAsync("waiting")).PeekMessagesAsync(1, Token)).Value.Single().MessageText);
    }

    [Fact]
    public async Task RefusesAFolderAnotherMachineIsRunningOn()
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithQueue("Letters", "letters"));

        var failed = await Assert.ThrowsAsync<StartFailedException>(() => LocalMachine.StartAsync(
            new LocalMachineOptions { RepositoryRoot = Emulator.RepositoryRoot, DataFolder = machine.DataFolder, FunctionsFolder = machine.App.Folder },
            cancellationToken: Token));

        Assert.Contains("already running", failed.Message);
    }
}
