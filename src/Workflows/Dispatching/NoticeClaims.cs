using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Notifieringar.Delivery;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>Claims what a round has decided, sends what is to be sent and records what became of it.</summary>
/// <param name="stores">What it reads and writes.</param>
/// <param name="sender">Sends.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="time">Real time, for leases.</param>
/// <param name="leases">How long a lease holds.</param>
/// <param name="traces">The traces of notices.</param>
/// <param name="logger">Log.</param>
public sealed partial class NoticeClaims(
    DispatchStores stores, NoticeSender sender, IClock clock, TimeProvider time, LeaseOptions leases, NoticeTraces traces, ILogger<NoticeClaims> logger)
{
    private static readonly Duration TemporaryWait = Duration.FromSeconds(20);

    /// <summary>True when the lease leaves no time to begin anything more.</summary>
    internal bool IsEnding(Lease lease) => Instant.FromDateTimeOffset(time.GetUtcNow()) > lease.Until - leases.Margin;

    internal async Task ClaimNotSentAsync(DispatchContext context, RoundPlan plan, DispatchCounts counts, CancellationToken cancellation)
    {
        foreach (var part in plan.NotSent.Chunk(context.PeoplePerClaim))
        {
            // A refused notice is final and keeps its row: only staff's list is new.
            var writes = part.Where(ready => ready.For.Recipient.Notices.All(notice => notice.Key != ready.Notice.Key
                || NoticeTransitions.Allows(notice.State, ready.Notice.State))).ToList();
            if (writes.Count > 0 && await ClaimAsync(context, writes, cancellation).ConfigureAwait(false) is null)
            {
                plan.Result.Again.AddRange(part.Select(ready => ready.For.Due));
                continue;
            }

            await ListAsync(context, part.Where(ready => ready.Notice.State == NoticeState.OnList), cancellation).ConfigureAwait(false);
            counts.NotSent += part.Length;
            writes.ForEach(ready => NoticeMetrics.NotSent(ready.Notice));

            // The next round says until when a receipt is waited for, or takes the next rung.
            var goesOn = part.ToLookup(ready => ready.Notice.State is NoticeState.Unknown or NoticeState.RefusedPermanent, ready => ready.For.Due);
            plan.Result.Settled.AddRange(goesOn[false]);
            plan.Result.Again.AddRange(goesOn[true]);
        }
    }

    internal async Task ClaimLettersAsync(DispatchContext context, RoundPlan plan, DispatchCounts counts, CancellationToken cancellation)
    {
        foreach (var part in plan.Send.Where(ready => ready.Notice.Channel == Channel.Letter).Chunk(context.PeoplePerClaim))
        {
            // A letter waits in Work before it is claimed, so that a claim is never without someone who looks for it.
            var (runDate, closesAt) = LetterRunTime.Next(clock.GetCurrentInstant(), context.Rules);
            await stores.Letters.PutAsync(
                part.Select(ready => new WaitingLetter(
                    context.Chunk.Unit, context.Chunk.Shard, runDate, closesAt, ready.For.Due.Person, ready.Notice.Key)),
                cancellation).ConfigureAwait(false);
            if (await ClaimAsync(context, part, cancellation).ConfigureAwait(false) is not null)
            {
                counts.Waiting += part.Length;
                Array.ForEach(part, ready => Waits(context, ready));
                plan.Result.Settled.AddRange(part.Select(ready => ready.For.Due));
            }
            else
            {
                plan.Result.Again.AddRange(part.Select(ready => ready.For.Due));
            }
        }
    }

    private void Waits(DispatchContext context, ReadyNotice letter)
    {
        NoticeMetrics.Waiting(letter.Notice.Key);
        traces.Note("wait for letter run", new NoticeReference(context.Chunk.Unit, letter.For.Due.Person, letter.Notice.Key), "result", "Waiting");
    }

    internal async Task ClaimAndSendAsync(
        DispatchContext context, IReadOnlyList<ReadyNotice> ready, RoundResult result, DispatchCounts counts, CancellationToken cancellation)
    {
        var claimed = new List<ReadyNotice>();
        foreach (var part in ready.Chunk(context.PeoplePerClaim))
        {
            if (await ClaimAsync(context, part, cancellation).ConfigureAwait(false) is { } notices)
            {
                claimed.AddRange(part.Zip(notices, (one, notice) => one with { Notice = notice }));
            }
            else
            {
                result.Again.AddRange(part.Select(one => one.For.Due));
            }
        }

        var outcomes = new ConcurrentDictionary<ReadyNotice, DeliveryOutcome>(ReferenceEqualityComparer.Instance);
        var wait = new ProviderWait();
        await Parallel.ForEachAsync(
            claimed,
            new ParallelOptions { MaxDegreeOfParallelism = SendingOptions.Parallel, CancellationToken = cancellation },
            async (one, token) =>
            {
                if (!IsEnding(context.Lease) && wait.Asked is null)
                {
                    var outcome = await sender.SendAsync(one, context.Rules, token).ConfigureAwait(false);
                    outcomes[one] = outcome;
                    wait.Note(outcome);
                }
            }).ConfigureAwait(false);
        await RecordAsync(context, claimed, outcomes, wait.Asked, result, counts, cancellation).ConfigureAwait(false);
    }

    private async Task RecordAsync(
        DispatchContext context,
        List<ReadyNotice> claimed,
        ConcurrentDictionary<ReadyNotice, DeliveryOutcome> outcomes,
        Duration? asked,
        RoundResult result,
        DispatchCounts counts,
        CancellationToken cancellation)
    {
        var results = new List<NoticeResult>();
        var listed = new List<ReadyNotice>();
        foreach (var one in claimed)
        {
            var outcome = outcomes.GetValueOrDefault(one);
            if (StaysInDoubt(one, outcome))
            {
                // Stays claimed: the next try carries the same repeatability id, so the provider sends it once.
                result.PutOff(one.For.Due, outcome?.RetryAfter ?? asked ?? leases.Time);
                continue;
            }

            var state = StateOf(outcome);
            var reason = state switch
            {
                NoticeState.RefusedTechnical => SkipReason.RefusedByProvider,
                _ => (SkipReason?)null,
            };
            results.Add(new NoticeResult(
                one.For.Due.Person, one.Notice, state, clock.GetCurrentInstant(), outcome?.ProviderId, outcome?.Code, reason));
            counts.Add(state);
            NoticeMetrics.Sent(one.Notice.Key, state);
            switch (state)
            {
                case NoticeState.RefusedPermanent or NoticeState.Unknown:
                    result.Again.Add(one.For.Due); // the next rung; or until when a receipt is waited for
                    break;
                case NoticeState.RefusedTemporary or NoticeState.Released:
                    result.PutOff(one.For.Due, outcome?.RetryAfter ?? asked ?? TemporaryWait);
                    break;
                default:
                    result.Settled.Add(one.For.Due);
                    break;
            }

            if (reason is { } why)
            {
                listed.Add(one with { Notice = one.Notice with { SkipReason = why } });
            }
        }

        if (results.Count > 0)
        {
            var lost = await stores.Ledger.RecordAsync(context.Chunk.Unit, context.Chunk.Shard, results, cancellation).ConfigureAwait(false);
            if (lost.Count > 0)
            {
                Log.InOtherHands(logger, context.Chunk.Batch, context.Chunk.LogName, lost.Count);
            }
        }

        await ListAsync(context, listed, cancellation).ConfigureAwait(false);
    }

    // Whatever a provider says of a second try, the first may have been accepted.
    private static bool StaysInDoubt(ReadyNotice one, DeliveryOutcome? outcome) => one.Notice.Channel == Channel.Sms
        && (outcome?.Result == DeliveryResult.Unknown || (one.InDoubt && (outcome is null || outcome.Result == DeliveryResult.RefusedTemporary)));

    private static NoticeState StateOf(DeliveryOutcome? outcome) => outcome?.Result switch
    {
        null => NoticeState.Released, // the lease ran out, or the provider asked us to wait, before its turn
        DeliveryResult.Accepted => NoticeState.Accepted,
        DeliveryResult.RefusedPermanent => NoticeState.RefusedPermanent,
        DeliveryResult.RefusedTemporary => NoticeState.RefusedTemporary,
        DeliveryResult.RefusedTechnical => NoticeState.RefusedTechnical,
        _ => NoticeState.Unknown,
    };

    private Task<IReadOnlyList<Notice>?> ClaimAsync(DispatchContext context, IReadOnlyCollection<ReadyNotice> ready, CancellationToken cancellation) =>
        stores.Ledger.ClaimAsync(
            context.Chunk.Unit,
            context.Chunk.Shard,
            [.. ready.Select(one => new NoticeClaim(one.For.Recipient, one.Notice, one.For.Invites))],
            clock.GetCurrentInstant(),
            cancellation);

    private async Task ListAsync(DispatchContext context, IEnumerable<ReadyNotice> ready, CancellationToken cancellation)
    {
        var listed = ready
            .Select(one => new ListedNotice(context.Chunk.Unit, one.For.Due.Person, one.Notice.Key, one.Notice.SkipReason!.Value))
            .ToList();
        if (listed.Count > 0)
        {
            await stores.CallList.AddAsync(listed, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Chunk {Batch}/{Chunk}: {Count} results were not recorded, another sender has taken over.")]
        public static partial void InOtherHands(ILogger logger, string batch, string chunk, int count);
    }
}
