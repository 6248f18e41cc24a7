namespace Notifieringar.Scenarios.LocalHost;

/// <summary>Two instances at once, as a function app that has scaled out.</summary>
public sealed class TwoFunctionProcesses
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ShareTheMessagesAndTheRequests()
    {
        await using var machine = await StartAsync();
        var queue = await machine.QueueAsync("letters");
        using var client = new HttpClient();
        for (var number = 0; number < 20; number++)
        {
            await queue.SendMessageAsync($"{number}", Token);
            using var answer = await client.GetAsync(new Uri(machine.Local.PublicUrl, "svar"), Token);
            Assert.True(answer.IsSuccessStatusCode);
        }

        await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        var ids = machine.Local.FunctionProcesses.Select(process => $"{process.ProcessId}").Order(StringComparer.Ordinal);
        Assert.Equal(ids, Processes(machine, "Letters"));
        Assert.Equal(ids, Processes(machine, "svar"));
        Assert.Equal(20, machine.Behaviour.Calls.Count(call => call.Path == "Letters"));
    }

    [Fact]
    public async Task GoOnWithOneWhileTheOtherIsKilledAgainAndAgain()
    {
        await using var machine = await StartAsync();
        var queue = await machine.QueueAsync("letters");
        var (killed, spared) = (machine.Local.FunctionProcesses[1], machine.Local.FunctionProcesses[0]);
        for (var round = 0; round < 3; round++)
        {
            var restarts = killed.Restarts;
            for (var number = 0; number < 10; number++)
            {
                await queue.SendMessageAsync($"{round}-{number}", Token);
            }

            killed.Kill();
            await killed.WaitForRestartAsync(restarts, Token);
        }

        var drained = await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        Assert.True(drained.Empty);
        Assert.Equal(0, await machine.Local.Triggers.PoisonCountAsync(Token));
        Assert.Equal(30, machine.Behaviour.Calls.Select(call => call.Message).Distinct().Count());
        Assert.Equal((3, 0), (killed.Restarts, spared.Restarts));
    }

    private static Task<Machine> StartAsync() => Machine.StartAsync(
        new TestApp().WithQueue("Letters", "letters").WithHttp("Answers", "svar"), change: options => options with { FunctionProcesses = 2 });

    private static IEnumerable<string> Processes(Machine machine, string path) => machine.Behaviour.Calls
        .Where(call => call.Path == path).Select(call => call.Headers["x-process"]).Distinct().Order(StringComparer.Ordinal);
}
