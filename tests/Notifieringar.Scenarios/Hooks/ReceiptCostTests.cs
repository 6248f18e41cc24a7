using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Hooks;
using NodaTime;

namespace Notifieringar.Scenarios.Hooks;

/// <summary>What receipts cost, counted at the client's pipeline against the real emulator (docs/architecture.md states it).</summary>
public sealed class ReceiptCostTests(Emulator emulator)
{
    private const int Receipts = 100;
    private const int PerHundred = 7;
    private const int PerBounce = 3;
    private const int ForAllBounces = 1;
    private static readonly Instant Now = Instant.FromUtc(2025, 3, 3, 9, 0);

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
        await using var services = Services(counter);
        Assert.Null(await services.GetRequiredService<SaveUnit>().RunAsync(_unit, Rules, CancellationToken.None));
        await services.GetRequiredService<SeedTexts>().RunAsync(CancellationToken.None);
        await ReceiveAsync(services, counter, await ClaimedAsync(services, "a", 1), status, details); // reads definitions and creates tables

        var notices = await ClaimedAsync(services, "b", Receipts);
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
        var work = Keys.Work(Now, notices.First().Unit, "0");
        await services.GetRequiredService<RecordReceipts>().RunAsync(new WorkPartition(work), CancellationToken.None);
        counter.Stop();
    }

    private async Task<IReadOnlyList<NoticeReference>> ClaimedAsync(ServiceProvider services, string prefix, int size)
    {
        var people = Enumerable.Range(0, size).Select(index => new PersonId($"{prefix}{index:x31}")).ToList();
        await services.GetRequiredService<PeopleWriter>().WriteAsync(
            _unit,
            "0",
            [.. people.Select(id => new HouseholdWrite(
                new Person(_unit, id, "Maja", null, null, new PhoneNumber("+46701740605"), null, "sv", Silences.None, Now), null, [], []))],
            CancellationToken.None);
        var read = await services.GetRequiredService<PeopleTable>().ReadAsync(_unit, "0", people, CancellationToken.None);
        var key = new NoticeKey("sprakstart-6", "0123456789abcdef01234567", 0, "reminder", Channel.Sms);
        foreach (var part in read.Values.Chunk(Ledger.PeoplePerClaim))
        {
            var claims = part.Select(recipient => new NoticeClaim(
                recipient, new Notice(key, NoticeState.Claimed, Channel.Sms, "sv", "1", "test~1", null, null, null))).ToList();
            Assert.NotNull(await services.GetRequiredService<Ledger>().ClaimAsync(_unit, "0", claims, Now, CancellationToken.None));
        }

        return [.. people.Select(person => new NoticeReference(_unit, person, key))];
    }

    private const string Rules = """
        {
          "name": "Provby bibliotek", "smsSender": "Provby bibl", "emailFrom": "bibliotek@provby.example.se", "phone": "070-174 06 05",
          "returnAddress": ["Provby bibliotek"], "visitDays": ["Tuesday"], "slotTimes": ["10:00"], "visitors": ["Maj"]
        }
        """;

    private ServiceProvider Services(Counter counter)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = emulator.ConnectionString,
            ["Contacts:HashKey"] = Convert.ToBase64String(new byte[16]),
            ["Hooks:SmsSecret"] = "hemligt",
            ["AnswerCodes:Key"] = Convert.ToBase64String(new byte[32]),
            ["PublicUrl"] = "https://provby.example.se",
        };
        var tables = new TableClientOptions();
        tables.AddPolicy(counter, HttpPipelinePosition.PerCall);
        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        queues.AddPolicy(counter, HttpPipelinePosition.PerCall);
        return new ServiceCollection()
            .AddLogging()
            .AddWorkflows(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<IClock>(new StoppedClock())
            .AddSingleton(new TableServiceClient(emulator.ConnectionString, tables))
            .AddSingleton(new QueueServiceClient(emulator.ConnectionString, queues))
            .BuildServiceProvider();
    }

    private sealed class StoppedClock : IClock
    {
        public Instant GetCurrentInstant() => Now;
    }

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        public ConcurrentBag<string> Requests { get; } = [];

        public IReadOnlyCollection<string> Counted { get; private set; } = [];

        public void Stop() => Counted = [.. Requests];

        public override void OnSendingRequest(HttpMessage message) => Requests.Add($"{message.Request.Method} {message.Request.Uri.Path}");
    }
}
