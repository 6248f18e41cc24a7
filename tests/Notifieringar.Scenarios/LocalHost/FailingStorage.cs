using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Notifieringar.LocalHost.StorageProxy;

namespace Notifieringar.Scenarios.LocalHost;

/// <summary>Storage that is slow, says no, or breaks off, between the function process and the real emulator.</summary>
public sealed class FailingStorage
{
    private static readonly TableClientOptions OneTry = new() { Retry = { MaxRetries = 0 } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PassesSignedCallsOfAllThreeServicesOnAsTheyAre()
    {
        await using var machine = await StartAsync();
        var storage = machine.Local.StorageProxy!.ConnectionString;
        var table = new TableClient(storage, "rows");
        var queue = new QueueClient(storage, "words");
        var blobs = new BlobContainerClient(storage, "papers");

        await table.CreateIfNotExistsAsync(Token);
        await table.SubmitTransactionAsync(
            [.. Enumerable.Range(0, 5).Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("åäö ~", $"rad {number}")))], Token);
        await queue.CreateIfNotExistsAsync(cancellationToken: Token);
        await queue.SendMessageAsync("hej", Token);
        await blobs.CreateIfNotExistsAsync(cancellationToken: Token);
        await blobs.GetBlobClient("2027/mars å.txt").UploadAsync(BinaryData.FromString("brev"), overwrite: true, Token);

        var direct = new TableClient(machine.Local.ConnectionString, "rows");
        Assert.Equal("rad 3", (await direct.GetEntityAsync<TableEntity>("åäö ~", "rad 3", cancellationToken: Token)).Value.RowKey);
        Assert.Equal("rad 4", (await table.QueryAsync<TableEntity>("RowKey gt 'rad 3'", cancellationToken: Token).ToListAsync(Token)).Single().RowKey);
        Assert.Equal("hej", (await queue.ReceiveMessagesAsync(1, cancellationToken: Token)).Value.Single().MessageText);
        Assert.Equal("brev", (await blobs.GetBlobClient("2027/mars å.txt").DownloadContentAsync(Token)).Value.Content.ToString());
        Assert.True(machine.Local.StorageProxy.Calls(StorageService.Table) >= 3);
    }

    [Theory]
    [InlineData(StorageFaultKind.DropBefore, false)]
    [InlineData(StorageFaultKind.DropAfter, true)]
    public async Task BreaksOffBeforeOrAfterTheCallIsDone(object kind, bool done)
    {
        await using var machine = await StartAsync();
        var table = new TableClient(machine.Local.StorageProxy!.ConnectionString, "rows", OneTry);
        await table.CreateIfNotExistsAsync(Token);
        machine.Local.StorageProxy.Faults.Add(new StorageFault(StorageService.Table, (StorageFaultKind)kind) { Method = "POST" });

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => table.AddEntityAsync(new TableEntity("p", "r"), Token));

        Assert.True(failed is RequestFailedException { Status: 0 } or AggregateException, failed.ToString());
        Assert.Equal(done, (await table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Token)).HasValue);
    }

    [Theory]
    [InlineData(StorageFaultKind.ServerError, 500, "InternalError")]
    [InlineData(StorageFaultKind.ServerBusy, 503, "ServerBusy")]
    public async Task SaysNoInTheServicesOwnWords(object kind, int status, string code)
    {
        await using var machine = await StartAsync();
        var storage = machine.Local.StorageProxy!;
        storage.Faults.Add(new StorageFault(StorageService.Table, (StorageFaultKind)kind));
        storage.Faults.Add(new StorageFault(StorageService.Queue, (StorageFaultKind)kind));
        var table = new TableClient(storage.ConnectionString, "rows", OneTry);
        var queue = new QueueClient(storage.ConnectionString, "words", new QueueClientOptions { Retry = { MaxRetries = 0 } });

        var fromTable = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync(Token));
        var fromQueue = await Assert.ThrowsAsync<RequestFailedException>(() => queue.SendMessageAsync("hej", Token));

        Assert.Equal((status, code), (fromTable.Status, fromTable.ErrorCode));
        Assert.Equal((status, code), (fromQueue.Status, fromQueue.ErrorCode));
    }

    [Fact]
    public async Task IsForTheFunctionProcessOnly()
    {
        await using var machine = await StartAsync();
        machine.Local.StorageProxy!.Faults.Mix = new StorageMix { Down = true };
        await (await machine.QueueAsync("letters")).SendMessageAsync("hej", Token);

        var drained = await machine.Local.Triggers.DrainAsync(cancellationToken: Token);

        Assert.True(drained.Empty);
        Assert.Equal(machine.Local.StorageProxy.ConnectionString, Assert.Single(machine.Behaviour.Calls).Headers["x-storage"]);
    }

    [Fact]
    public async Task ComesBackFromAnOutageWithEverythingItSaidYesTo()
    {
        await using var machine = await StartAsync(inMemory: false);
        var table = new TableClient(machine.Local.StorageProxy!.ConnectionString, "rows", OneTry);
        await table.CreateIfNotExistsAsync(Token);
        await (await machine.QueueAsync("waiting")).SendMessageAsync("kept", Token);
        var accepted = new List<string>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = Task.Run(() => WriteAsync(table, accepted, enough.Token), Token);
        while (accepted.Count < 20)
        {
            await Task.Delay(20, Token);
        }

        await machine.Local.StorageOutageAsync(TimeSpan.FromMilliseconds(200), Token);
        var before = accepted.Count;
        while (accepted.Count < before + 5)
        {
            await Task.Delay(20, Token);
        }

        await enough.CancelAsync();
        await writing;
        var kept = await new TableClient(machine.Local.ConnectionString, "rows").QueryAsync<TableEntity>(cancellationToken: Token).Select(row => row.RowKey).ToListAsync(Token);
        Assert.Empty(accepted.Except(kept));
        Assert.Equal("kept", (await (await machine.QueueAsync("waiting")).PeekMessagesAsync(1, Token)).Value.Single().MessageText);
    }

    [Fact]
    public async Task ThatGoesAwayInTheMiddleOfMessagesGivesEachToAFunctionAllTheSame()
    {
        await using var machine = await StartAsync(inMemory: false);
        machine.Behaviour.OnCall = _ => Task.Delay(300, Token);
        var queue = await machine.QueueAsync("letters");
        foreach (var number in Enumerable.Range(0, 20))
        {
            await queue.SendMessageAsync($"{number}", Token);
        }

        await AQueueFunction.WaitForCallsAsync(machine, 2);
        await machine.Local.StorageOutageAsync(TimeSpan.FromMilliseconds(500), Token);
        var drained = await machine.Local.SettleAsync(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), Token);

        Assert.True(drained.Empty);
        Assert.Equal(20, machine.Behaviour.Calls.Select(call => call.Message).Distinct().Count());
        Assert.Equal(0, await machine.Local.Triggers.PoisonCountAsync(Token));
    }

    [Fact]
    public async Task InMemoryCannotGoAwayAndComeBack()
    {
        await using var machine = await StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => machine.Local.StorageOutageAsync(TimeSpan.Zero, Token));
    }

    private static async Task WriteAsync(TableClient table, List<string> accepted, CancellationToken enough)
    {
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            try
            {
                await table.AddEntityAsync(new TableEntity("p", $"{number}"), CancellationToken.None);
                accepted.Add($"{number}");
            }
            catch (Exception down) when (down is RequestFailedException or AggregateException)
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    private static Task<Machine> StartAsync(bool inMemory = true) => Machine.StartAsync(
        new TestApp().WithQueue("Letters", "letters"), inMemory: inMemory, change: options => options with { StorageProxy = true, MessageLease = TimeSpan.FromSeconds(10) });
}
