using System.Globalization;
using Azure;
using Azure.Communication.Sms;
using Azure.Communication.Sms.Models;
using Azure.Core;
using Azure.Core.Pipeline;
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
using NodaTime;
using NodaTime.Testing;

namespace Notifieringar.Scenarios.Dispatching;

/// <summary>A unit whose families an SMS reaches, and is to remind of tomorrow's visit, on the real emulator; the provider is a fake that takes
/// everything. Chunks are cut as the sweep would cut them.</summary>
internal sealed class AUnitWithChunks : IAsyncDisposable
{
    /// <summary>Of all people here.</summary>
    public const string Shard = "0";

    private const string Rules = """
        {
          "name": "Provby bibliotek", "smsSender": "Provby bibl", "emailFrom": "bibliotek@provby.example.se", "phone": "070-174 06 05",
          "returnAddress": ["Provby bibliotek"], "visitDays": ["Tuesday"], "slotTimes": ["10:00"], "visitors": ["Maj"], "comesUnlessNo": true
        }
        """;

    private static readonly LocalDateTime Visit = new(2025, 3, 4, 10, 0);

    private static readonly Child Child = new(new ChildId("c1"), "Tuva", new LocalDate(2024, 9, 1), LivesHere: true, Deceased: false);

    private int _accepted;

    private AUnitWithChunks(string connectionString, RequestCounter counter, HttpPipelinePolicy? eachTry, int leaseSeconds)
    {
        var sms = new Mock<SmsClient>();
        sms.Setup(client => client.SendAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<SmsSendOptions>(), It.IsAny<CancellationToken>()))
            .Returns(async (string _, string to, string _, SmsSendOptions _, CancellationToken _) =>
            {
                await WhenAccepted(Interlocked.Increment(ref _accepted));
                return Response.FromValue(SmsModelFactory.SmsSendResult(to, Guid.NewGuid().ToString(), 202, true, null), Mock.Of<Response>());
            });
        Services = Provider(connectionString, sms.Object, counter, eachTry, leaseSeconds, Clock);
    }

    public UnitId Unit { get; } = new($"chunk-{Guid.NewGuid():N}"[..18]);

    public ServiceProvider Services { get; }

    /// <summary>A weekday morning, until it is set.</summary>
    public FakeClock Clock { get; } = new(Stockholm.MomentOf(Visit.PlusDays(-1)));

    /// <summary>How many SMS the provider has taken.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Called with the number of each SMS before its sender hears that it is taken.</summary>
    public Func<int, Task> WhenAccepted { get; set; } = _ => Task.CompletedTask;

    /// <param name="connectionString">The emulator's.</param>
    /// <param name="counter">Sees every request to storage.</param>
    /// <param name="eachTry">Sees every try of every request to a table.</param>
    /// <param name="leaseSeconds">How long a chunk is held.</param>
    public static async Task<AUnitWithChunks> OpenAsync(
        string connectionString, RequestCounter counter, HttpPipelinePolicy? eachTry = null, int leaseSeconds = 60)
    {
        var chunks = new AUnitWithChunks(connectionString, counter, eachTry, leaseSeconds);
        await chunks.Services.GetRequiredService<SeedTexts>().RunAsync(CancellationToken.None);
        Assert.Null(await chunks.Services.GetRequiredService<SaveUnit>().RunAsync(chunks.Unit, Rules, CancellationToken.None));
        return chunks;
    }

    /// <summary>Families whom an SMS reaches.</summary>
    public async Task<IReadOnlyList<PersonId>> AddPeopleAsync(string prefix, int size)
    {
        var people = Enumerable.Range(0, size).Select(index => new PersonId($"{prefix}{index:x31}")).ToList();
        await Services.GetRequiredService<PeopleWriter>().WriteAsync(
            Unit,
            Shard,
            [.. people.Select(id => new HouseholdWrite(
                new Person(Unit, id, "Maja", null, null, new PhoneNumber("+46701740605"), null, "sv", Silences.None, Clock.GetCurrentInstant()), null, [Child], []))],
            CancellationToken.None);
        return people;
    }

    /// <summary>People whose reminder is due, and their chunk.</summary>
    public async Task<ChunkReference> CutAsync(string prefix, int size)
    {
        var now = Clock.GetCurrentInstant();
        var writer = Services.GetRequiredService<PeopleWriter>();
        var people = await AddPeopleAsync(prefix, size);
        var occasion = new OccasionId("0123456789abcdef01234567");
        foreach (var recipient in (await Services.GetRequiredService<PeopleTable>().ReadAsync(Unit, Shard, people, CancellationToken.None)).Values)
        {
            var invitation = new Invitation(occasion, "sprakstart-6", Visit, 45, [Child.Id], AtThisHome: true, Sequence: 0, now, Answer.None);
            Assert.True(await writer.InviteAsync(recipient, Shard, invitation, CancellationToken.None));
        }

        DueNotice[] due = [.. people.Select(id => new DueNotice(Unit, Shard, now - Duration.FromMinutes(1), id, occasion, "sprakstart-6", "reminder"))];
        await Services.GetRequiredService<DueNotices>().PutAsync(due, CancellationToken.None);
        var chunk = new Chunk($"cut~{prefix}~{Unit}", Unit, Shard, people[0], people[^1], "sprakstart-6", "reminder", due[0].Partition, size);
        return (await Services.GetRequiredService<ChunkTable>().AddAsync(chunk, CancellationToken.None))!;
    }

    public Task DispatchAsync(ChunkReference reference) => Services.GetRequiredService<DispatchChunk>().RunAsync(reference, CancellationToken.None);

    public async Task<IReadOnlyList<Recipient>> PeopleAsync()
    {
        var people = new List<Recipient>();
        await foreach (var person in Services.GetRequiredService<PeopleTable>().ReadAllAsync(Unit, Shard, CancellationToken.None))
        {
            people.Add(person);
        }

        return people;
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private static ServiceProvider Provider(
        string connectionString, SmsClient sms, RequestCounter counter, HttpPipelinePolicy? eachTry, int leaseSeconds, IClock clock)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = connectionString,
            ["AnswerCodes:Key"] = Convert.ToBase64String(new byte[32]),
            ["PublicUrl"] = "https://provby.example.se",
            [LeaseOptions.Setting] = leaseSeconds.ToString(CultureInfo.InvariantCulture),
            ["Sms:PerMinute"] = "60000", // the emulator's minute is shared by all tests
        };
        var tables = new TableClientOptions();
        tables.AddPolicy(counter, HttpPipelinePosition.PerCall);
        if (eachTry is not null)
        {
            tables.AddPolicy(eachTry, HttpPipelinePosition.PerRetry);
        }

        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        queues.AddPolicy(counter, HttpPipelinePosition.PerCall);
        return new ServiceCollection()
            .AddLogging()
            .AddWorkflows(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(clock)
            .AddSingleton(new TableServiceClient(connectionString, tables))
            .AddSingleton(new QueueServiceClient(connectionString, queues))
            .AddSingleton(new SmsSender(sms, TimeProvider.System))
            .BuildServiceProvider();
    }
}
