using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Notifieringar.Delivery;
using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Dispatching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Check, claim, send, record (design, section 3): everything due in one chunk. May be killed at any moment and run twice.</summary>
/// <param name="stores">What it reads and writes.</param>
/// <param name="definitions">Units, programmes and texts.</param>
/// <param name="planner">Decides.</param>
/// <param name="sender">Sends.</param>
/// <param name="options">How fast.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="time">Real time, for leases.</param>
/// <param name="logger">Log.</param>
public sealed partial class DispatchChunk(
    DispatchStores stores,
    DefinitionCache definitions,
    RoundPlanner planner,
    NoticeSender sender,
    SendingOptions options,
    IClock clock,
    TimeProvider time,
    ILogger<DispatchChunk> logger)
{
    // Enough for every rung of a ladder and some conflicts; what is left then waits for another message.
    private const int Rounds = 6;
    private static readonly Duration LeaseMargin = Duration.FromSeconds(8);
    private static readonly Duration ShortWait = Duration.FromSeconds(2);
    private static readonly Duration TemporaryWait = Duration.FromSeconds(20);

    /// <summary>Runs.</summary>
    /// <param name="reference">The chunk.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the chunk is settled, or queued again for later.</returns>
    public async Task RunAsync(ChunkReference reference, CancellationToken cancellation)
    {
        var lease = await stores.Chunks.LeaseAsync(reference, cancellation).ConfigureAwait(false);
        if (lease.BusyFor is { } busy)
        {
            await stores.Queues.SendAsync(Queues.Chunks, reference, busy + ShortWait, cancellation).ConfigureAwait(false);
            return;
        }

        if (lease is not { Lease: { } held, Chunk: { } chunk })
        {
            return; // settled already
        }

        var (programme, step) = await definitions.StepAsync(chunk.Programme, chunk.Step, cancellation).ConfigureAwait(false);
        var rules = await definitions.UnitAsync(chunk.Unit, cancellation).ConfigureAwait(false);
        var wait = await PermitAsync(chunk, step, cancellation).ConfigureAwait(false)
            ?? await SettleAsync(new DispatchContext(held, chunk, programme, step, rules), cancellation).ConfigureAwait(false);
        if (wait is { } delay)
        {
            await stores.Chunks.ReleaseAsync(held, cancellation).ConfigureAwait(false);
            await stores.Queues.SendAsync(Queues.Chunks, reference, delay, cancellation).ConfigureAwait(false);
            return;
        }

        await stores.Chunks.CloseAsync(held, cancellation).ConfigureAwait(false);
    }

    private async Task<Duration?> PermitAsync(Chunk chunk, Step step, CancellationToken cancellation)
    {
        Duration? wait = null;
        foreach (var (channel, perMinute) in new[] { (Channel.Sms, options.SmsPerMinute), (Channel.Email, options.EmailsPerMinute) })
        {
            if (wait is null && step.Ladder.Any(rung => rung.Channel == channel))
            {
                wait = await stores.Budget.TakeAsync(channel.ToString(), chunk.Count, perMinute, cancellation).ConfigureAwait(false);
            }
        }

        return wait;
    }

    private async Task<Duration?> SettleAsync(DispatchContext context, CancellationToken cancellation)
    {
        var counts = new DispatchCounts();
        var pending = await DueAsync(context.Chunk, cancellation).ConfigureAwait(false);
        var delay = Duration.Zero;
        var later = 0;
        for (var round = 0; round < Rounds && pending.Count > 0 && !IsEnding(context.Lease); round++)
        {
            var result = await RoundAsync(context, pending, counts, cancellation).ConfigureAwait(false);
            await stores.Due.RemoveAsync(result.Settled, cancellation).ConfigureAwait(false);
            delay = Duration.Max(delay, result.Delay);
            later += result.Later.Count;
            pending = result.Again;
        }

        Log.Dispatched(logger, context.Chunk.Batch, context.Chunk.Id, counts.Accepted, counts.Waiting, counts.NotSent, counts.Refused, later + pending.Count);
        return pending.Count > 0 || later > 0 ? Duration.Max(delay, ShortWait) : null;
    }

    private async Task<List<DueNotice>> DueAsync(Chunk chunk, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var due = new List<DueNotice>();
        await foreach (var notice in stores.Due.RangeAsync(chunk.WorkPartition, chunk.From, chunk.To, cancellation).ConfigureAwait(false))
        {
            if (notice.DueAt <= now && notice.Programme == chunk.Programme && notice.Step == chunk.Step)
            {
                due.Add(notice);
            }
        }

        return due;
    }

    private async Task<RoundResult> RoundAsync(
        DispatchContext context, IReadOnlyCollection<DueNotice> pending, DispatchCounts counts, CancellationToken cancellation)
    {
        // Two notices to one person would touch the person's row twice in one transaction: one a round.
        var first = pending.GroupBy(due => due.Person).Select(person => person.First()).ToList();
        var found = await stores.People.ReadAsync(
            context.Chunk.Unit, context.Chunk.Shard, [.. first.Select(due => due.Person)], cancellation).ConfigureAwait(false);
        var known = new List<DueRecipient>();
        var gone = new List<DueNotice>();
        foreach (var due in first)
        {
            if (found.TryGetValue(due.Person, out var recipient)
                && recipient.Invitations.FirstOrDefault(invitation => invitation.Occasion == due.Occasion) is { } invitation)
            {
                known.Add(new DueRecipient(due, recipient, invitation));
            }
            else
            {
                gone.Add(due); // an erased household, or planning that crashed before it invited
            }
        }

        var plan = await planner.PlanAsync(context, known, cancellation).ConfigureAwait(false);
        plan.Result.Settled.AddRange(gone);
        plan.Result.Again.AddRange(pending.Except(first));
        await MoveAsync(plan, cancellation).ConfigureAwait(false);
        await ClaimNotSentAsync(context, plan, counts, cancellation).ConfigureAwait(false);
        await ClaimLettersAsync(context, plan, counts, cancellation).ConfigureAwait(false);
        foreach (var part in plan.Send.Where(ready => ready.Notice.Channel == Channel.Sms).Chunk(SendDueNotices.ChunkSize))
        {
            await ClaimAndSendAsync(context, part, plan.Result, counts, cancellation).ConfigureAwait(false);
        }

        foreach (var part in plan.Send.Where(ready => ready.Notice.Channel == Channel.Email).Chunk(SendingOptions.EmailsPerClaim))
        {
            await ClaimAndSendAsync(context, part, plan.Result, counts, cancellation).ConfigureAwait(false);
        }

        return plan.Result;
    }

    private async Task MoveAsync(RoundPlan plan, CancellationToken cancellation)
    {
        if (plan.Moved.Count == 0)
        {
            return;
        }

        await stores.Due.PutAsync(plan.Moved.Select(move => move.To), cancellation).ConfigureAwait(false);

        // Within the same hour the row has only been rewritten; else the old one must go.
        plan.Result.Settled.AddRange(plan.Moved.Where(move => move.From.Partition != move.To.Partition).Select(move => move.From));
    }

    private async Task ClaimNotSentAsync(DispatchContext context, RoundPlan plan, DispatchCounts counts, CancellationToken cancellation)
    {
        foreach (var part in plan.NotSent.Chunk(Ledger.PeoplePerClaim))
        {
            // A refused notice is final and keeps its row: only staff's list is new.
            var writes = part.Where(ready => ready.For.Recipient.Notices.All(notice => notice.Key != ready.Notice.Key
                || NoticeTransitions.Allows(notice.State, ready.Notice.State))).ToList();
            if (writes.Count > 0 && !await ClaimAsync(context, writes, cancellation).ConfigureAwait(false))
            {
                plan.Result.Again.AddRange(part.Select(ready => ready.For.Due));
                continue;
            }

            await ListAsync(context, part.Where(ready => ready.Notice.State == NoticeState.OnList), cancellation).ConfigureAwait(false);
            counts.NotSent += part.Length;
            plan.Result.Settled.AddRange(part.Select(ready => ready.For.Due));
        }
    }

    private async Task ClaimLettersAsync(DispatchContext context, RoundPlan plan, DispatchCounts counts, CancellationToken cancellation)
    {
        foreach (var part in plan.Send.Where(ready => ready.Notice.Channel == Channel.Letter).Chunk(Ledger.PeoplePerClaim))
        {
            // A letter waits in Work before it is claimed, so that a claim is never without someone who looks for it.
            var (runDate, closesAt) = LetterRunTime.Next(clock.GetCurrentInstant(), context.Rules);
            await stores.Letters.PutAsync(
                part.Select(ready => new WaitingLetter(
                    context.Chunk.Unit, context.Chunk.Shard, runDate, closesAt, ready.For.Due.Person, ready.Notice.Key)),
                cancellation).ConfigureAwait(false);
            if (await ClaimAsync(context, part, cancellation).ConfigureAwait(false))
            {
                counts.Waiting += part.Length;
                plan.Result.Settled.AddRange(part.Select(ready => ready.For.Due));
            }
            else
            {
                plan.Result.Again.AddRange(part.Select(ready => ready.For.Due));
            }
        }
    }

    private async Task ClaimAndSendAsync(
        DispatchContext context, IReadOnlyList<ReadyNotice> ready, RoundResult result, DispatchCounts counts, CancellationToken cancellation)
    {
        var claimed = new List<ReadyNotice>();
        foreach (var part in ready.Chunk(Ledger.PeoplePerClaim))
        {
            if (await ClaimAsync(context, part, cancellation).ConfigureAwait(false))
            {
                claimed.AddRange(part);
            }
            else
            {
                result.Again.AddRange(part.Select(one => one.For.Due));
            }
        }

        var outcomes = new ConcurrentDictionary<ReadyNotice, DeliveryOutcome>(ReferenceEqualityComparer.Instance);
        await Parallel.ForEachAsync(
            claimed,
            new ParallelOptions { MaxDegreeOfParallelism = SendingOptions.Parallel, CancellationToken = cancellation },
            async (one, token) =>
            {
                if (!IsEnding(context.Lease))
                {
                    outcomes[one] = await sender.SendAsync(one, context.Rules, token).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        await RecordAsync(context, claimed, outcomes, result, counts, cancellation).ConfigureAwait(false);
    }

    private async Task RecordAsync(
        DispatchContext context,
        List<ReadyNotice> claimed,
        ConcurrentDictionary<ReadyNotice, DeliveryOutcome> outcomes,
        RoundResult result,
        DispatchCounts counts,
        CancellationToken cancellation)
    {
        var results = new List<NoticeResult>();
        var listed = new List<ReadyNotice>();
        foreach (var one in claimed)
        {
            var outcome = outcomes.GetValueOrDefault(one);
            if (outcome is { Result: DeliveryResult.Unknown } && one.Notice.Channel == Channel.Sms)
            {
                // Stays claimed: the next try carries the same repeatability id, so the provider sends it once.
                result.PutOff(one.For.Due, ChunkTable.LeaseTime);
                continue;
            }

            var state = StateOf(outcome);
            var reason = state switch
            {
                NoticeState.OnList => SkipReason.UnknownOutcome,
                NoticeState.RefusedTechnical => SkipReason.RefusedByProvider,
                _ => (SkipReason?)null,
            };
            results.Add(new NoticeResult(
                one.For.Due.Person, one.Notice.Key, state, clock.GetCurrentInstant(), outcome?.ProviderId, outcome?.Code, reason));
            counts.Add(state);
            switch (state)
            {
                case NoticeState.RefusedPermanent:
                    result.Again.Add(one.For.Due); // the next rung
                    break;
                case NoticeState.RefusedTemporary or NoticeState.Released:
                    result.PutOff(one.For.Due, outcome?.RetryAfter ?? TemporaryWait);
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
            await stores.Ledger.RecordAsync(context.Chunk.Unit, context.Chunk.Shard, results, cancellation).ConfigureAwait(false);
        }

        await ListAsync(context, listed, cancellation).ConfigureAwait(false);
    }

    private static NoticeState StateOf(DeliveryOutcome? outcome) => outcome?.Result switch
    {
        null => NoticeState.Released, // the lease ran out before its turn
        DeliveryResult.Accepted => NoticeState.Accepted,
        DeliveryResult.RefusedPermanent => NoticeState.RefusedPermanent,
        DeliveryResult.RefusedTemporary => NoticeState.RefusedTemporary,
        DeliveryResult.RefusedTechnical => NoticeState.RefusedTechnical,
        _ => NoticeState.OnList,
    };

    private Task<bool> ClaimAsync(DispatchContext context, IReadOnlyCollection<ReadyNotice> ready, CancellationToken cancellation) =>
        stores.Ledger.ClaimAsync(
            context.Chunk.Unit,
            context.Chunk.Shard,
            [.. ready.Select(one => new NoticeClaim(one.For.Recipient, one.Notice))],
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

    private bool IsEnding(Lease lease) => Instant.FromDateTimeOffset(time.GetUtcNow()) > lease.Until - LeaseMargin;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Chunk {Batch}/{Chunk}: {Accepted} accepted, {Waiting} letters waiting, {NotSent} not sent, {Refused} refused, {Left} left for later.")]
        public static partial void Dispatched(ILogger logger, string batch, string chunk, int accepted, int waiting, int notSent, int refused, int left);
    }
}
