using Notifieringar.Model;
using Notifieringar.Records.Letters;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Letters;
using NodaTime;

namespace Notifieringar.Workflows.Silencing;

/// <summary>What could not be stopped.</summary>
/// <param name="UnderWay">Messages that a sender had begun.</param>
/// <param name="BeingPrinted">Letters of a part that is being printed: its pages are not known yet.</param>
internal readonly record struct StoppedCounts(int UnderWay, int BeingPrinted)
{
    public static StoppedCounts operator +(StoppedCounts one, StoppedCounts other) =>
        new(one.UnderWay + other.UnderWay, one.BeingPrinted + other.BeingPrinted);
}

/// <summary>Stops everything that is queued for one household, and has its printed letters pulled. The ledger first, Work last.</summary>
/// <param name="definitions">Programmes.</param>
/// <param name="people">People.</param>
/// <param name="ledger">Writes to households.</param>
/// <param name="due">Due notices.</param>
/// <param name="letters">Waiting letters.</param>
/// <param name="piles">Where printed letters lie.</param>
/// <param name="pulls">Letters to pull.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class NoticeStopping(
    DefinitionCache definitions,
    PeopleTable people,
    HouseholdLedger ledger,
    DueNotices due,
    WaitingLetters letters,
    LetterPiles piles,
    PullTasks pulls,
    IClock clock)
{
    private const int Attempts = 8;

    internal async Task<StoppedCounts> StopAsync(UnitRules rules, Silence silence, PersonId person, CancellationToken cancellation)
    {
        var shard = Keys.Shard(person, rules.Shards);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Work before the person: what is put there later belongs to a claim that can no longer be made.
            var known = await KnownAsync(await due.OfAsync(rules.Unit, person, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            var waiting = await letters.OfAsync(rules.Unit, person, cancellation).ConfigureAwait(false);
            if (await people.ReadAsync(rules.Unit, shard, person, cancellation).ConfigureAwait(false) is not { } recipient)
            {
                return default;
            }

            var now = clock.GetCurrentInstant();
            var stop = HouseholdStop.Of(recipient, known, waiting, rules, silence.Claimer, now);
            if (await ledger.WriteAsync(recipient, shard, new HouseholdChange(stop.Notices, []), now, cancellation).ConfigureAwait(false))
            {
                await due.RemoveAsync(stop.Due, cancellation).ConfigureAwait(false);
                await letters.RemoveAsync(stop.Letters, cancellation).ConfigureAwait(false);
                return new StoppedCounts(stop.UnderWay, await PullAsync(rules, silence, person, stop.InPile, cancellation).ConfigureAwait(false));
            }
        }

        throw new InvalidOperationException("A household kept changing while its notices were stopped.");
    }

    private async Task<IReadOnlyList<KnownDue>> KnownAsync(IEnumerable<DueNotice> notices, CancellationToken cancellation)
    {
        var known = new List<KnownDue>();
        foreach (var notice in notices)
        {
            var (programme, step) = await definitions.StepAsync(notice.Programme, notice.Step, cancellation).ConfigureAwait(false);
            known.Add(new KnownDue(notice, programme, step));
        }

        return known;
    }

    private async Task<int> PullAsync(
        UnitRules rules, Silence silence, PersonId person, IEnumerable<Notice> inPile, CancellationToken cancellation)
    {
        var beingPrinted = 0;
        foreach (var notice in inPile)
        {
            if (await piles.FindAsync(rules.Unit, person, notice, cancellation).ConfigureAwait(false) is { } found)
            {
                var task = new PullTask(found.Part.Name, found.Letter, silence.Id, Pulled: false);
                await pulls.AddAsync(rules.Unit, task, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
            }
            else if (notice.State != NoticeState.Printed)
            {
                beingPrinted++;
            }

            // Printed, and its part has gone by its age: there is nothing left to pull.
        }

        return beingPrinted;
    }
}
