using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Dispatching;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Check, claim, send, record (design, section 3): everything due in one chunk. May be killed at any moment and run twice.</summary>
/// <param name="stores">What it reads and writes.</param>
/// <param name="reading">Finds whom a chunk is about.</param>
/// <param name="definitions">Units, programmes and texts.</param>
/// <param name="planner">Decides.</param>
/// <param name="claims">Claims, sends and records.</param>
/// <param name="holds">Whether anything may leave.</param>
/// <param name="options">How fast.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="time">Real time, for how long it takes.</param>
/// <param name="logger">Log.</param>
public sealed partial class DispatchChunk(
    DispatchStores stores,
    ChunkReading reading,
    DefinitionCache definitions,
    RoundPlanner planner,
    NoticeClaims claims,
    SendingHolds holds,
    SendingOptions options,
    IClock clock,
    TimeProvider time,
    ILogger<DispatchChunk> logger)
{
    // Enough for every rung of a ladder and some conflicts; what is left then waits for another message.
    private const int Rounds = 6;
    private static readonly Duration ShortWait = Duration.FromSeconds(2);
    private static readonly Duration StoppedWait = Duration.FromSeconds(60);

    // The providers try for a day; what has not been heard of then will not be.
    private static readonly Duration ReceiptsWithin = Duration.FromHours(25);

    /// <summary>Runs.</summary>
    /// <param name="reference">The chunk.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When the chunk is settled, or queued again for later.</returns>
    public async Task RunAsync(ChunkReference reference, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var end = await DispatchAsync(reference, cancellation).ConfigureAwait(false);
        ChunkMetrics.Ended(end, time.GetElapsedTime(began));
    }

    private async Task<ChunkEnd> DispatchAsync(ChunkReference reference, CancellationToken cancellation)
    {
        var lease = await stores.Leases.LeaseAsync(reference, cancellation).ConfigureAwait(false);
        if (lease.BusyFor is { } busy)
        {
            await stores.Queues.SendAsync(Queues.Chunks, reference, busy + ShortWait, cancellation).ConfigureAwait(false);
            return ChunkEnd.Busy;
        }

        if (lease is not { Lease: { } held, Chunk: { } chunk })
        {
            return ChunkEnd.Settled; // already
        }

        ChunkTags.Set(chunk);

        var (programme, step) = await definitions.StepAsync(chunk.Programme, chunk.Step, cancellation).ConfigureAwait(false);
        var rules = await definitions.UnitAsync(chunk.Unit, cancellation).ConfigureAwait(false);
        var hold = await holds.OfAsync(chunk, cancellation).ConfigureAwait(false);
        var budget = hold == SendingHold.None ? await PermitAsync(chunk, step, cancellation).ConfigureAwait(false) : null;
        var (wait, end) = (hold, budget) switch
        {
            (SendingHold.Held, _) => ((Duration?)StoppedWait, ChunkEnd.Held),
            (_, not null) => (budget, ChunkEnd.OverBudget),
            _ => (await SettleAsync(new DispatchContext(held, chunk, programme, step, rules, hold == SendingHold.CalledOff), cancellation).ConfigureAwait(false), ChunkEnd.Later),
        };
        if (wait is { } delay)
        {
            await stores.Leases.ReleaseAsync(held, delay, cancellation).ConfigureAwait(false);
            await stores.Queues.SendAsync(Queues.Chunks, reference, delay, cancellation).ConfigureAwait(false);
            return end;
        }

        var awaitsReceipts = step.Ladder.Any(rung => rung.Channel != Channel.Letter);
        var receiptsBy = awaitsReceipts ? clock.GetCurrentInstant() + ReceiptsWithin : (Instant?)null;
        await stores.Leases.CloseAsync(held, receiptsBy, cancellation).ConfigureAwait(false);
        return ChunkEnd.Settled;
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
        if (await reading.OfAsync(context.Chunk, cancellation).ConfigureAwait(false) is not { } people)
        {
            return null;
        }

        var pending = await people.DueAsync(cancellation).ConfigureAwait(false);
        var delay = Duration.Zero;
        var later = 0;
        for (var round = 0; round < Rounds && pending.Count > 0 && !claims.IsEnding(context.Lease); round++)
        {
            var hold = await holds.OfAsync(context.Chunk, cancellation).ConfigureAwait(false);
            if (hold == SendingHold.Held)
            {
                delay = StoppedWait;
                break;
            }

            var now = context with { IsCancelled = hold == SendingHold.CalledOff };
            var result = await RoundAsync(now, people, pending, counts, cancellation).ConfigureAwait(false);
            await people.SettleAsync(result.Settled, cancellation).ConfigureAwait(false);
            delay = Duration.Max(delay, result.Delay);
            later += result.Later.Count;
            pending = result.Again;
        }

        Log.Dispatched(logger, context.Chunk.Batch, context.Chunk.LogName, counts.Accepted, counts.Waiting, counts.NotSent, counts.Refused, later + pending.Count);
        return pending.Count > 0 || later > 0 ? Duration.Max(delay, ShortWait) : null;
    }

    private async Task<RoundResult> RoundAsync(
        DispatchContext context, IChunkPeople people, IReadOnlyList<DueNotice> pending, DispatchCounts counts, CancellationToken cancellation)
    {
        // Two notices to one person would touch the person's row twice in one transaction: one a round.
        var first = pending.DistinctBy(due => due.Person).ToList();
        var known = await people.ReadAsync(first, cancellation).ConfigureAwait(false);
        var plan = await planner.PlanAsync(context, known, cancellation).ConfigureAwait(false);
        plan.Result.Settled.AddRange(first.Except(known.Select(one => one.Due)));
        plan.Result.Again.AddRange(pending.Except(first));
        await people.MoveAsync(plan.Moved, cancellation).ConfigureAwait(false);
        await claims.ClaimNotSentAsync(context, plan, counts, cancellation).ConfigureAwait(false);
        await claims.ClaimLettersAsync(context, plan, counts, cancellation).ConfigureAwait(false);
        await SendAsync(context, plan, Channel.Sms, SendingOptions.SmsPerClaim / context.PeoplePerClaim * context.PeoplePerClaim, counts, cancellation).ConfigureAwait(false);
        await SendAsync(context, plan, Channel.Email, SendingOptions.EmailsPerClaim, counts, cancellation).ConfigureAwait(false);
        return plan.Result;
    }

    // Staff may have said stop since the part before: what is not claimed then waits for the next round, which asks why.
    private async Task SendAsync(
        DispatchContext context, RoundPlan plan, Channel channel, int perClaim, DispatchCounts counts, CancellationToken cancellation)
    {
        foreach (var part in plan.Send.Where(ready => ready.Notice.Channel == channel).Chunk(perClaim))
        {
            var hold = await holds.OfAsync(context.Chunk, cancellation).ConfigureAwait(false);
            if (hold == SendingHold.None || (hold == SendingHold.CalledOff && context.IsCancelled))
            {
                await claims.ClaimAndSendAsync(context, part, plan.Result, counts, cancellation).ConfigureAwait(false);
            }
            else
            {
                plan.Result.Again.AddRange(part.Select(ready => ready.For.Due));
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Chunk {Batch}/{Chunk}: {Accepted} accepted, {Waiting} letters waiting, {NotSent} not sent, {Refused} refused, {Left} left for later.")]
        public static partial void Dispatched(ILogger logger, string batch, string chunk, int accepted, int waiting, int notSent, int refused, int left);
    }
}
