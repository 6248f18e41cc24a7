using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>What dispatching reads and writes.</summary>
/// <param name="Chunks">Chunks.</param>
/// <param name="Leases">Leases of chunks.</param>
/// <param name="Budget">Send budgets.</param>
/// <param name="Due">Due notices.</param>
/// <param name="People">People.</param>
/// <param name="Ledger">Claims and results.</param>
/// <param name="Letters">Waiting letters.</param>
/// <param name="CallList">Staff's list.</param>
/// <param name="Queues">Queues.</param>
public sealed record DispatchStores(
    ChunkTable Chunks, ChunkLeases Leases, SendBudget Budget, DueNotices Due, PeopleTable People, Ledger Ledger, WaitingLetters Letters, CallList CallList, Queues Queues);

/// <summary>What came of a chunk, in numbers.</summary>
internal sealed class DispatchCounts
{
    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    public int Waiting { get; set; }

    public int NotSent { get; set; }

    public void Add(NoticeState state)
    {
        if (state == NoticeState.Accepted)
        {
            Accepted++;
        }
        else
        {
            Refused++;
        }
    }
}
