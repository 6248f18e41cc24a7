using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows.Hooks;

/// <summary>Puts receipts in Work, where they wait to be recorded (docs/adr/0006-receipts-wait-in-work.md).</summary>
/// <param name="waiting">Waiting receipts.</param>
/// <param name="definitions">Units.</param>
/// <param name="clock">Says in which hour they stand.</param>
/// <param name="traces">The traces of notices.</param>
public sealed class ReceiptKeeping(WaitingReceipts waiting, DefinitionCache definitions, IClock clock, NoticeTraces traces)
{
    /// <summary>Keeps receipts.</summary>
    /// <returns>How many were of units that exist.</returns>
    internal async Task<int> KeepAsync(IReadOnlyCollection<ProviderReceipt> receipts, CancellationToken cancellation)
    {
        if (receipts.Count == 0)
        {
            return 0;
        }

        var shards = (await definitions.UnitsAsync(cancellation).ConfigureAwait(false)).ToDictionary(rules => rules.Unit, rules => rules.Shards);
        var now = clock.GetCurrentInstant();
        var ours = receipts.Where(receipt => shards.ContainsKey(receipt.Notice.Unit)).ToList();
        await waiting.PutAsync(ours.Select(Waiting), cancellation).ConfigureAwait(false);
        ours.ForEach(receipt => traces.Note("receipt taken", receipt.Notice, "receipt", receipt.Kind.ToString()));
        return ours.Count;

        WaitingReceipt Waiting(ProviderReceipt receipt)
        {
            var (unit, person, key) = receipt.Notice;
            return new WaitingReceipt(
                Keys.Work(now, unit, Keys.Shard(person, shards[unit])), person, key, receipt.Kind, receipt.At, receipt.Code);
        }
    }
}
