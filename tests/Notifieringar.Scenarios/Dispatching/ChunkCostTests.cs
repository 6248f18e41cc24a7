using Azure;
using Azure.Communication.Sms;
using Azure.Communication.Sms.Models;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Notifieringar.Delivery.Sms;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Dispatching;
using NodaTime;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>Storage round trips are the unit of cost (design, section 3), counted at the client's pipeline against the real emulator.</summary>
public sealed class ChunkCostTests(Emulator emulator)
{
    private const int People = 300;
    private const int MostOperations = 20;
    private static readonly LocalDateTime Visit = new(2025, 3, 4, 10, 0);
    private static readonly UnitId Unit = new($"kostnad-{Guid.NewGuid():N}"[..20]);

    [Fact]
    public async Task AFullSmsChunkOf300_CostsAtMostTwentyStorageOperations()
    {
        var counter = new RequestCounter();
        var sms = new Mock<SmsClient>();
        sms.Setup(client => client.SendAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<SmsSendOptions>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string _, string to, string _, SmsSendOptions _, CancellationToken _) =>
                Response.FromValue(SmsModelFactory.SmsSendResult(to, Guid.NewGuid().ToString(), 202, true, null), Mock.Of<Response>()));
        await using var services = Services(counter, sms.Object);
        await services.GetRequiredService<SeedTexts>().RunAsync(CancellationToken.None);
        Assert.Null(await services.GetRequiredService<SaveUnit>().RunAsync(Unit, Rules, CancellationToken.None));
        Assert.Equal(People, services.GetRequiredService<SendingOptions>().PeoplePerChunk);
        await DispatchAsync(services, await ChunkAsync(services, "a", 1)); // the first chunk reads definitions and creates tables

        var reference = await ChunkAsync(services, "b", People);
        await services.GetRequiredService<StopSwitch>().IsStoppedAsync(Unit, CancellationToken.None); // read every twenty seconds, whatever is sent
        counter.Requests.Clear();
        await DispatchAsync(services, reference);

        Assert.True(counter.Requests.Count <= MostOperations, $"{counter.Requests.Count} operations:\n{counter.Kinds}");
        sms.Verify(
            client => client.SendAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<SmsSendOptions>(), It.IsAny<CancellationToken>()),
            Times.Exactly(People + 1));
        var people = services.GetRequiredService<PeopleTable>().ReadAllAsync(Unit, "0", CancellationToken.None);
        await foreach (var person in people)
        {
            Assert.Equal(NoticeState.Accepted, Assert.Single(person.Notices).State);
        }
    }

    private const string Rules = """
        {
          "name": "Provby bibliotek", "smsSender": "Provby bibl", "emailFrom": "bibliotek@provby.example.se", "phone": "070-174 06 05",
          "returnAddress": ["Provby bibliotek"], "visitDays": ["Tuesday"], "slotTimes": ["10:00"], "visitors": ["Maj"], "comesUnlessNo": true
        }
        """;

    private static Task DispatchAsync(ServiceProvider services, ChunkReference reference) =>
        services.GetRequiredService<DispatchChunk>().RunAsync(reference, CancellationToken.None);

    // People of one shard whose reminder is due, and the chunk the sweep would cut for them.
    private static async Task<ChunkReference> ChunkAsync(ServiceProvider services, string prefix, int size)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var writer = services.GetRequiredService<PeopleWriter>();
        var people = Enumerable.Range(0, size).Select(index => new PersonId($"{prefix}{index:x31}")).ToList();
        var child = new Child(new ChildId("c1"), "Tuva", new LocalDate(2024, 9, 1), LivesHere: true, Deceased: false);
        var occasion = new OccasionId("0123456789abcdef01234567");
        await writer.WriteAsync(
            Unit,
            "0",
            [.. people.Select(id => new HouseholdWrite(
                new Person(Unit, id, "Maja", null, null, new PhoneNumber("+46701740605"), null, "sv", Silences.None, now), null, [child], []))],
            CancellationToken.None);
        foreach (var recipient in (await services.GetRequiredService<PeopleTable>().ReadAsync(Unit, "0", people, CancellationToken.None)).Values)
        {
            var invitation = new Invitation(occasion, "sprakstart-6", Visit, 45, [child.Id], AtThisHome: true, Sequence: 0, now, Answer.None);
            Assert.True(await writer.InviteAsync(recipient, "0", invitation, CancellationToken.None));
        }

        DueNotice[] due = [.. people.Select(id => new DueNotice(Unit, "0", now - Duration.FromMinutes(1), id, occasion, "sprakstart-6", "reminder"))];
        await services.GetRequiredService<DueNotices>().PutAsync(due, CancellationToken.None);
        var chunk = new Chunk($"cost~{prefix}~{Unit}", Unit, "0", people[0], people[^1], "sprakstart-6", "reminder", due[0].Partition, size);
        return (await services.GetRequiredService<ChunkTable>().AddAsync(chunk, CancellationToken.None))!;
    }

    private ServiceProvider Services(RequestCounter counter, SmsClient sms)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = emulator.ConnectionString,
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
            .AddSingleton<IClock>(new StoppedClock(Stockholm.MomentOf(Visit.PlusDays(-1))))
            .AddSingleton(new TableServiceClient(emulator.ConnectionString, tables))
            .AddSingleton(new QueueServiceClient(emulator.ConnectionString, queues))
            .AddSingleton(new SmsSender(sms, TimeProvider.System))
            .BuildServiceProvider();
    }

    private sealed class StoppedClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
