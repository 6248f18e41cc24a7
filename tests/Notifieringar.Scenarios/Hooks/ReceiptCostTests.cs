using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Hooks;

namespace Notifieringar.Scenarios.Hooks;

/// <summary>What receipts cost, counted at the client's pipeline against the real emulator (docs/architecture.md states it).</summary>
public sealed class ReceiptCostTests(Emulator emulator)
{
    private const int Receipts = 100;
    private const int PerHundred = 7;
    private const int PerBounce = 3;
    private const int ForAllBounces = 1;

    private readonly UnitId _unit = new($"kvitton-{Guid.NewGuid():N}"[..20]);

    [Fact]
    public async Task AHundredReceipts_CostSevenStorageOperations()
    {
        var requests = await CostAsync("Delivered", "No error.");

        Assert.True(requests.Count <= PerHundred, $"{requests.Count} operations:\n{string.Join('\n', requests)}");
    }

    [Fact]
    public async Task ABounce_CostsThreeStorageOperationsMore()
    {
        var requests = await CostAsync("Failed", "4004: The number does not exist.");

        Assert.True(requests.Count <= PerHundred + ForAllBounces + (Receipts * PerBounce), $"{requests.Count} operations");
    }

    private async Task<IReadOnlyCollection<string>> CostAsync(string status, string details)
    {
        var counter = new Counter();
        await using var services = SomeReceipts.Services(emulator, counter);
        Assert.Null(await services.GetRequiredService<SaveUnit>().RunAsync(_unit, SomeReceipts.Rules, CancellationToken.None));
        await services.GetRequiredService<SeedTexts>().RunAsync(CancellationToken.None);
        await ReceiveAsync(services, counter, await SomeReceipts.ClaimedAsync(services, _unit, "a", 1), status, details); // reads definitions and creates tables

        var notices = await SomeReceipts.ClaimedAsync(services, _unit, "b", Receipts);
        counter.Requests.Clear();
        await ReceiveAsync(services, counter, notices, status, details);

        var expected = status == "Delivered" ? NoticeState.Delivered : NoticeState.BouncedPermanent;
        var people = await services.GetRequiredService<PeopleTable>().ReadAsync(_unit, "0", [.. notices.Select(notice => notice.Person)], CancellationToken.None);
        Assert.All(people.Values, person => Assert.Equal(expected, Assert.Single(person.Notices).State));
        return counter.Counted;
    }

    private static async Task ReceiveAsync(ServiceProvider services, Counter counter, IEnumerable<NoticeReference> notices, string status, string details)
    {
        var body = $"[{string.Join(',', notices.Select(notice => AProvider.Report(notice, status, details)))}]";
        var answer = await services.GetRequiredService<ReceiveHook>().RunAsync(
            "sms", new HookPost("hemligt", "", "", "", Encoding.UTF8.GetBytes(body)), CancellationToken.None);
        Assert.Equal(HookResult.Taken, answer.Result);
        await services.GetRequiredService<SweepReceipts>().RunAsync(CancellationToken.None);
        var work = Keys.Work(SomeReceipts.Now, notices.First().Unit, "0");
        await services.GetRequiredService<RecordReceipts>().RunAsync(new WorkPartition(work), CancellationToken.None);
        counter.Stop();
    }

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        public ConcurrentBag<string> Requests { get; } = [];

        public IReadOnlyCollection<string> Counted { get; private set; } = [];

        public void Stop() => Counted = [.. Requests];

        public override void OnSendingRequest(HttpMessage message) => Requests.Add($"{message.Request.Method} {message.Request.Uri.Path}");
    }
}
