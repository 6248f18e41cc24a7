using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Notifieringar.Scenarios.LocalHost;

/// <summary>What happens when the process dies, hangs or is stopped.</summary>
public sealed class AFunctionProcess
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KilledInTheMiddleOfAMessageIsStartedAgainAndGetsTheMessageAgain()
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithQueue("Letters", "letters"));
        var hangs = true;
        machine.Behaviour.OnCall = call => hangs ? Task.Delay(Timeout.Infinite, call.HungUp) : Task.CompletedTask;
        await (await machine.QueueAsync("letters")).SendMessageAsync("once more", Token);
        await AQueueFunction.WaitForCallsAsync(machine, 1);
        var before = machine.Local.FunctionsProcess.ProcessId;

        hangs = false;
        machine.Local.FunctionsProcess.Kill();
        await machine.Local.FunctionsProcess.WaitForRestartAsync(0, Token);
        var drained = await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        Assert.True(drained.Empty);
        Assert.Equal(1, machine.Local.FunctionsProcess.Restarts);
        Assert.NotEqual(before, machine.Local.FunctionsProcess.ProcessId);
        Assert.Equal(["1", "2"], machine.Behaviour.Calls.Select(call => call.DequeueCount));
        Assert.Equal(2, machine.Behaviour.Calls.Select(call => call.Headers["x-process"]).Distinct().Count());
        Assert.Contains("starting it again", machine.Terminal.ToString());
    }

    [Fact]
    public async Task ThatTakesLongerThanFunctionTimeoutIsStartedAgain()
    {
        await using var machine = await Machine.StartAsync(new TestApp(functionTimeout: "00:00:02", maxDequeueCount: 1).WithQueue("Letters", "letters"));
        machine.Behaviour.OnCall = call => Task.Delay(Timeout.Infinite, call.HungUp);
        await (await machine.QueueAsync("letters")).SendMessageAsync("endless", Token);

        await machine.Local.FunctionsProcess.WaitForRestartAsync(0, Token);
        await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        Assert.Equal(1, await machine.Local.Triggers.PoisonCountAsync(Token));
    }

    [Fact]
    public async Task AndTheEmulatorAreGoneWhenTheMachineIsDisposedOf()
    {
        int[] ids;
        await using (var machine = await Machine.StartAsync(new TestApp().WithQueue("Letters", "letters")))
        {
            var register = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(machine.DataFolder, "children.json"), Token))!.AsArray();
            ids = [.. register.Select(child => child!["Id"]!.GetValue<int>())];
            Assert.Equal(2, ids.Length);
            Assert.All(ids, id => Assert.False(Process.GetProcessById(id).HasExited));
        }

        Assert.All(ids, id => Assert.Throws<ArgumentException>(() => Process.GetProcessById(id)));
    }

    [Fact]
    public async Task ThatWasLeftBehindByAKilledMachineIsStoppedByTheNext()
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithQueue("Letters", "letters"));
        var register = Path.Combine(machine.DataFolder, "children.json");
        var remembered = await File.ReadAllTextAsync(register, Token);
        var left = machine.Local.FunctionsProcess.ProcessId;
        await machine.Local.DisposeAsync();

        // A process that still runs and is on the list, and one whose id is on the list but is somebody else's.
        using var child = Process.Start(new ProcessStartInfo("sleep", "300"))!;
        var started = child.StartTime.ToUniversalTime();
        await File.WriteAllTextAsync(register, $$"""
            [{"Id":{{child.Id}},"Name":"sleep","StartedUtc":"{{started:O}}"},
             {"Id":{{Environment.ProcessId}},"Name":"sleep","StartedUtc":"{{started:O}}"}]
            """, Token);
        await machine.StartLocalAsync(inMemory: true);

        Assert.Contains(left.ToString(CultureInfo.InvariantCulture), remembered);
        Assert.True(child.WaitForExit(TimeSpan.FromSeconds(5)));
        Assert.Contains("Stopped 1 process", machine.Terminal.ToString());
    }

    [Fact]
    public async Task ThatNeverStartsIsToldInOneSentence()
    {
        using var app = new TestApp().WithQueue("Letters", "letters");
        await File.WriteAllTextAsync(Path.Combine(app.Folder, "handler.mjs"), "console.error('no such setting: X'); process.exit(3);", Token);

        var failed = await Assert.ThrowsAsync<Notifieringar.LocalHost.StartFailedException>(() => Machine.StartAsync(app));

        Assert.Contains("exit code 3", failed.Message);
        Assert.Contains("no such setting: X", failed.Message);
    }
}
