using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows;

namespace Notifieringar.Scenarios.Hooks;

/// <summary>Receipts are worked off by someone who dies anywhere on the way: done again, everything has followed and nothing twice.</summary>
public sealed class ReceiptCrashTests(Emulator emulator)
{
    private const int Bounces = 3;
    private const int Operations = 1 + 1 + (3 * Bounces) + 1 + 1; // read, ledger, closings, due again, removed

    [Fact]
    public async Task AWorkerThatDiesAnywhere_IsFollowedByOneThatFinishes()
    {
        for (var survives = 0; survives <= Operations; survives++)
        {
            var mortal = new Mortal();
            await using var services = SomeReceipts.Services(emulator, mortal);
            var unit = new UnitId($"dod-{Guid.NewGuid():N}"[..20]);
            var notices = await SomeReceipts.ClaimedAsync(services, unit, "a", Bounces);
            var work = Keys.Work(SomeReceipts.Now, unit, "0");
            var waiting = services.GetRequiredService<WaitingReceipts>();
            await waiting.PutAsync(
                notices.Select(notice => new WaitingReceipt(work, notice.Person, notice.Key, ReceiptKind.BouncedPermanent, SomeReceipts.Now, "4004")),
                CancellationToken.None);
            await services.GetRequiredService<Suppressions>().ReadAsync(unit, CancellationToken.None); // the tables are there
            await services.GetRequiredService<CallList>().ReadAsync(unit, CancellationToken.None);
            var record = services.GetRequiredService<RecordReceipts>();

            mortal.Left = survives;
            var died = await Record.ExceptionAsync(() => record.RunAsync(new WorkPartition(work), CancellationToken.None));
            mortal.Left = int.MaxValue;
            Assert.Equal(survives < Operations, died is not null);
            await record.RunAsync(new WorkPartition(work), CancellationToken.None);

            await AssertFollowedAsync(services, unit, work, survives);
        }
    }

    private static async Task AssertFollowedAsync(ServiceProvider services, UnitId unit, string work, int survives)
    {
        var people = 0;
        await foreach (var person in services.GetRequiredService<PeopleTable>().ReadAllAsync(unit, "0", CancellationToken.None))
        {
            people++;
            Assert.Equal(NoticeState.BouncedPermanent, Assert.Single(person.Notices).State);
            Assert.True(person.Person.Closed == ClosedChannels.Sms, $"Not closed when the worker died after {survives} operations.");
        }

        var due = 0;
        await foreach (var one in services.GetRequiredService<DueNotices>().BelowAsync(SomeReceipts.Now, CancellationToken.None))
        {
            due += one.Unit == unit ? 1 : 0;
        }

        Assert.Equal((Bounces, Bounces), (people, due));
        Assert.Single(await services.GetRequiredService<Suppressions>().ReadAsync(unit, CancellationToken.None)); // they share a number
        await foreach (var receipt in services.GetRequiredService<WaitingReceipts>().ReadAsync(work, CancellationToken.None))
        {
            Assert.Fail($"{receipt.Key} still waits when the worker died after {survives} operations.");
        }
    }

    private sealed class Mortal : HttpPipelineSynchronousPolicy
    {
        public int Left { get; set; } = int.MaxValue;

        public override void OnSendingRequest(HttpMessage message)
        {
            if (Left-- <= 0)
            {
                throw new InvalidOperationException("The worker has died.");
            }
        }
    }
}
