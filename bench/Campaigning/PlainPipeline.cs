using Azure.Communication.Sms;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Notifieringar.Bench.Machines;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Bench.Campaigning;

/// <summary>How the samples of the SDKs would do it: a queue message and a table row for every notice, one at a time. Nothing is checked twice and
/// nobody is safe from being told twice, so it has less to do.</summary>
internal static class PlainPipeline
{
    /// <summary>What each notice asks of storage: a message put, received and deleted, a person read, a row written.</summary>
    public const int StorageCalls = 5;

    private const string Text = "Nu finns sommarens boktips på biblioteket. Kom och låna! Hälsningar Stora bibliotek";

    /// <summary>Notices a second.</summary>
    public static async Task<double> PerSecondAsync(int notices, CancellationToken cancellation)
    {
        await using var machine = await BenchMachine.StartAsync(counts: false, cancellation);
        var ids = Recipients.Ids(notices);
        await Recipients.WriteAsync(machine, ids, cancellation);
        var queue = new QueueServiceClient(machine.Machine.ConnectionString).GetQueueClient("plain");
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var sms = new SmsClient(machine.Machine.Sandbox.SmsConnectionString);
        var (people, told) = (await machine.Tables.GetAsync("People"), await machine.Tables.GetAsync("Told"));
        var started = TimeProvider.System.GetTimestamp();
        foreach (var recipient in ids)
        {
            await queue.SendMessageAsync(recipient.Value, cancellation);
            foreach (var message in (await queue.ReceiveMessagesAsync(1, cancellationToken: cancellation)).Value)
            {
                var id = new PersonId(message.MessageText);
                await TellAsync(Keys.People(BenchMachine.Unit, machine.ShardOf(id)), id, people, told, sms, cancellation);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
            }
        }

        return notices / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task TellAsync(string partition, PersonId id, TableClient people, TableClient told, SmsClient sms, CancellationToken cancellation)
    {
        var found = await people.GetEntityIfExistsAsync<TableEntity>(partition, id.Value, cancellationToken: cancellation);
        var sent = await sms.SendAsync("Stora bibl", found.Value!.GetString("Phone"), Text, cancellationToken: cancellation);
        var row = new TableEntity(partition, id.Value) { ["Provider"] = sent.Value.MessageId };
        await told.AddEntityAsync(row, cancellation);
    }
}
