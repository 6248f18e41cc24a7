using Azure.Storage.Queues;

namespace Notifieringar.Scenarios.LocalHost;

/// <summary>What a queue promises a function, shown with a real emulator and a real process.</summary>
public sealed class AQueueFunction
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetsEachMessageOnce()
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithQueue("Letters", "letters"));
        var queue = await machine.QueueAsync("letters");
        foreach (var number in Enumerable.Range(1, 25))
        {
            await queue.SendMessageAsync($"chunk-{number} åäö", Token);
        }

        var drained = await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        Assert.True(drained.Empty);
        Assert.Equal(0, await machine.Local.Triggers.PendingCountAsync(Token));
        var messages = machine.Behaviour.Calls.Select(call => call.Message).ToList();
        Assert.Equal(25, messages.Count);
        Assert.Equal(25, messages.Distinct().Count());
        Assert.Contains("chunk-7 åäö", messages);
        Assert.All(machine.Behaviour.Calls, call => Assert.Equal("1", call.DequeueCount));
    }

    [Fact]
    public async Task ThatFailsEveryTimeLeavesTheMessageInThePoisonQueue()
    {
        await using var machine = await Machine.StartAsync(new TestApp(maxDequeueCount: 3).WithQueue("Letters", "letters"));
        machine.Behaviour.OnCall = call =>
        {
            call.Status = call.Message == "bad" ? 500 : 200;
            return Task.CompletedTask;
        };
        var queue = await machine.QueueAsync("letters");
        await queue.SendMessageAsync("bad", Token);
        await queue.SendMessageAsync("good", Token);

        await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        Assert.Equal(["1", "2", "3"], machine.Behaviour.Calls.Where(call => call.Message == "bad").Select(call => call.DequeueCount));
        Assert.Single(machine.Behaviour.Calls, call => call.Message == "good");
        Assert.Equal(1, await machine.Local.Triggers.PoisonCountAsync(Token));
        var poison = await machine.QueueAsync("letters-poison");
        Assert.Equal("bad", (await poison.PeekMessagesAsync(5, Token)).Value.Single().MessageText);
    }

    [Fact]
    public async Task ThatAnswersWithNothingHasFailed()
    {
        await using var machine = await Machine.StartAsync(new TestApp(maxDequeueCount: 1).WithQueue("Letters", "letters"));
        machine.Behaviour.OnCall = call =>
        {
            call.Answer = "";
            return Task.CompletedTask;
        };
        await (await machine.QueueAsync("letters")).SendMessageAsync("silence", Token);

        await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        Assert.Equal(1, await machine.Local.Triggers.PoisonCountAsync(Token));
        Assert.Contains("functionTimeout", await ReadSharedAsync(Path.Combine(machine.DataFolder, "functions.log")));
    }

    [Fact]
    public async Task GetsAMessageAgainAfterItsRestWhenItFailed()
    {
        await using var machine = await Machine.StartAsync(new TestApp(visibilityTimeout: "00:00:02").WithQueue("Letters", "letters"));
        machine.Behaviour.OnCall = call =>
        {
            call.Status = call.DequeueCount == "1" ? 503 : 200;
            return Task.CompletedTask;
        };
        await (await machine.QueueAsync("letters")).SendMessageAsync("later", Token);
        await WaitForCallsAsync(machine, 1);

        var dueNow = await machine.Local.Triggers.DrainAsync(TimeSpan.Zero, Token);
        Assert.Equal(1, dueNow.Delayed);
        Assert.Equal(1, await machine.Local.Triggers.PendingCountAsync(Token));

        var all = await machine.Local.Triggers.DrainAsync(TimeSpan.FromSeconds(20), Token);
        Assert.True(all.Empty);
        Assert.Equal(["1", "2"], machine.Behaviour.Calls.Select(call => call.DequeueCount));
    }

    [Fact]
    public async Task ThatSendsToAnotherQueueIsFollowedToTheEnd()
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithQueue("First", "first").WithQueue("Second", "second"));
        var first = await machine.QueueAsync("first");
        var second = await machine.QueueAsync("second");
        machine.Behaviour.OnCall = async call =>
        {
            await Task.Delay(100, Token);
            if (call.Path == "First")
            {
                await second.SendMessageAsync(call.Message + "!", TimeSpan.FromSeconds(1), cancellationToken: Token);
            }
        };
        await first.SendMessageAsync("hej", Token);

        var drained = await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        Assert.True(drained.Empty);
        Assert.Equal(["First hej", "Second hej!"], machine.Behaviour.Calls.Select(call => $"{call.Path} {call.Message}"));
    }

    [Fact]
    public async Task NeverSeesAMessageInTheWrongEncoding()
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithQueue("Letters", "letters"));
        var raw = new QueueClient(machine.Local.ConnectionString, "letters");
        await raw.CreateIfNotExistsAsync(cancellationToken: Token);
        await raw.SendMessageAsync("not base64!", Token);

        await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        Assert.Empty(machine.Behaviour.Calls);
        Assert.Equal(1, await machine.Local.Triggers.PoisonCountAsync(Token));
    }

    [Fact]
    public async Task GetsSomeMessagesTwiceWhenToldAndAllTheSameTheQueueIsEmpty()
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithQueue("Letters", "letters"));
        machine.Local.Triggers.SecondDelivery.Set(share: 1, seed: 1);
        var queue = await machine.QueueAsync("letters");
        foreach (var number in Enumerable.Range(0, 8))
        {
            await queue.SendMessageAsync($"{number}", Token);
        }

        var drained = await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        Assert.True(drained.Empty);
        Assert.Equal(Enumerable.Repeat(2, 8), machine.Behaviour.Calls.CountBy(call => call.Message).Select(message => message.Value));
    }

    [Fact]
    public async Task ThatPutsItsMessageOffForEverDoesNotKeepTheDrainForEver()
    {
        await using var machine = await Machine.StartAsync(new TestApp().WithQueue("Letters", "letters"));
        var queue = await machine.QueueAsync("letters");
        machine.Behaviour.OnCall = call => queue.SendMessageAsync(call.Message, TimeSpan.FromSeconds(1), cancellationToken: Token);
        await queue.SendMessageAsync("later", Token);

        var drained = await machine.Local.Triggers.DrainAsync(TimeSpan.FromMinutes(1), atMost: TimeSpan.FromSeconds(4), Token);

        Assert.Equal((1, false, false), (drained.Delayed, drained.InTime, drained.Empty));
        Assert.True(machine.Behaviour.Calls.Count > 1);
    }

    internal static async Task WaitForCallsAsync(Machine machine, int count)
    {
        while (machine.Behaviour.Calls.Count < count)
        {
            await Task.Delay(20, Token);
        }
    }

    private static async Task<string> ReadSharedAsync(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync(Token);
    }
}
