using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Workflows;
using NodaTime;
using NodaTime.Testing;

namespace Notifieringar.Scenarios.Hooks;

/// <summary>The workflows of receipts on the real emulator, with a policy in the storage clients' pipeline.</summary>
internal static class SomeReceipts
{
    public static readonly Instant Now = Instant.FromUtc(2025, 3, 3, 9, 0);

    public static async Task<IReadOnlyList<NoticeReference>> ClaimedAsync(ServiceProvider services, UnitId unit, string prefix, int size)
    {
        var people = Enumerable.Range(0, size).Select(index => new PersonId($"{prefix}{index:x31}")).ToList();
        await services.GetRequiredService<PeopleWriter>().WriteAsync(
            unit,
            "0",
            [.. people.Select(id => new HouseholdWrite(
                new Person(unit, id, "Maja", null, null, new PhoneNumber("+46701740605"), null, "sv", Silences.None, Now), null, [], []))],
            CancellationToken.None);
        var read = await services.GetRequiredService<PeopleTable>().ReadAsync(unit, "0", people, CancellationToken.None);
        var key = new NoticeKey("sprakstart-6", "0123456789abcdef01234567", 0, "reminder", Channel.Sms);
        foreach (var part in read.Values.Chunk(Ledger.PeoplePerClaim))
        {
            var claims = part.Select(recipient => new NoticeClaim(
                recipient, new Notice(key, NoticeState.Claimed, Channel.Sms, "sv", "1", "test~1", null, null, null))).ToList();
            Assert.NotNull(await services.GetRequiredService<Ledger>().ClaimAsync(unit, "0", claims, Now, CancellationToken.None));
        }

        return [.. people.Select(person => new NoticeReference(unit, person, key))];
    }

    public const string Rules = """
        {
          "name": "Provby bibliotek", "smsSender": "Provby bibl", "emailFrom": "bibliotek@provby.example.se", "phone": "070-174 06 05",
          "returnAddress": ["Provby bibliotek"], "visitDays": ["Tuesday"], "slotTimes": ["10:00"], "visitors": ["Maj"]
        }
        """;

    public static ServiceProvider Services(Emulator emulator, HttpPipelinePolicy policy)
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
        tables.Retry.MaxRetries = 0;
        tables.AddPolicy(policy, HttpPipelinePosition.PerCall);
        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        queues.AddPolicy(policy, HttpPipelinePosition.PerCall);
        return new ServiceCollection()
            .AddLogging()
            .AddWorkflows(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<IClock>(new FakeClock(Now))
            .AddSingleton(new TableServiceClient(emulator.ConnectionString, tables))
            .AddSingleton(new QueueServiceClient(emulator.ConnectionString, queues))
            .BuildServiceProvider();
    }
}
