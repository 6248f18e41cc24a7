using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Workflows.Dispatching;

/// <summary>Decides and writes every notice of a round; claims and sends nothing.</summary>
/// <param name="writer">Texts.</param>
/// <param name="clock">Decides what is due.</param>
/// <param name="time">Real time, for what is in flight.</param>
/// <param name="leases">How long a sender may be alive.</param>
/// <param name="logger">Log.</param>
public sealed partial class RoundPlanner(NoticeWriter writer, IClock clock, TimeProvider time, LeaseOptions leases, ILogger<RoundPlanner> logger)
{
    // The provider's window is five minutes; a try that arrives just inside it must have left well before.
    private static readonly Duration RepeatWindow = Duration.FromMinutes(4);

    internal async Task<RoundPlan> PlanAsync(DispatchContext context, IEnumerable<DueRecipient> due, CancellationToken cancellation)
    {
        var plan = new RoundPlan();
        foreach (var one in due)
        {
            try
            {
                await PlanAsync(plan, context, one, cancellation).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // one household that cannot be decided on must not hold up the other ninety-nine: staff gets it
            catch (Exception fault) when (fault is not OperationCanceledException && !StorageFaults.IsOne(fault))
#pragma warning restore CA1031
            {
                Log.CannotDecide(logger, fault.GetType().Name, one.Due.Occasion, one.Due.Step);
                AddNotSent(plan, context, one, KeyOf(context, one), NoticeState.OnList, SkipReason.Failed);
            }
        }

        return plan;
    }

    private async Task PlanAsync(RoundPlan plan, DispatchContext context, DueRecipient one, CancellationToken cancellation)
    {
        var decision = NoticePlanner.Decide(one.Recipient, one.Invitation, context.Programme, context.Step, context.Rules, clock.GetCurrentInstant());
        switch (context.IsCancelled ? CalledOff(decision, context, one) : decision)
        {
            case Decision.Send send:
                await AddAsync(plan, context, one, send.Key, firstSent: null, cancellation).ConfigureAwait(false);
                break;
            case Decision.Skip skip:
                AddNotSent(plan, context, one, skip.Key, NoticeState.Skipped, skip.Reason);
                break;
            case Decision.List list:
                AddNotSent(plan, context, one, list.Key, NoticeState.OnList, list.Reason);
                break;
            case Decision.GiveUp closed:
                AddNotSent(plan, context, one, closed.Key, NoticeState.RefusedPermanent, SkipReason.NoWayToReach);
                break;
            case Decision.Wait wait:
                plan.Moved.Add((one, wait.Until));
                break;
            case Decision.InFlight inFlight:
                await TakeUpAsync(plan, context, one, inFlight.Notice, cancellation).ConfigureAwait(false);
                break;
            case Decision.Settled when ForStaff(context, one) is { SkipReason: { } reason } listed:
                // A sender may have died between the ledger and staff's list: put there again, it stands there once.
                AddNotSent(plan, context, one, listed.Key, NoticeState.OnList, reason);
                break;
            default:
                plan.Result.Settled.Add(one.Due);
                break;
        }
    }

    // What is under way is followed to its end; what is not never leaves.
    private static Decision CalledOff(Decision decision, DispatchContext context, DueRecipient one) => decision switch
    {
        Decision.Send send => new Decision.Skip(send.Key, SkipReason.CampaignCancelled),
        Decision.Wait => new Decision.Skip(KeyOf(context, one), SkipReason.CampaignCancelled),
        Decision.List list => new Decision.Skip(list.Key, SkipReason.CampaignCancelled),
        _ => decision,
    };

    private static Notice? ForStaff(DispatchContext context, DueRecipient one) => one.Recipient.Notices.FirstOrDefault(notice =>
        notice.State is NoticeState.OnList or NoticeState.RefusedTechnical
        && notice.Key == (KeyOn(context, one) with { Channel = notice.Channel }));

    // What has been tried and stands open, or the first rung: nothing of a step is left behind that is neither said nor settled.
    private static NoticeKey KeyOf(DispatchContext context, DueRecipient one)
    {
        var first = KeyOn(context, one);
        return one.Recipient.Notices.FirstOrDefault(notice =>
            notice.State is NoticeState.RefusedTemporary or NoticeState.Released or NoticeState.Claimed && notice.Key == (first with { Channel = notice.Channel }))?.Key ?? first;
    }

    private static NoticeKey KeyOn(DispatchContext context, DueRecipient one) =>
        new(context.Programme.Id, one.Due.Occasion.Value, one.Invitation.Sequence, context.Step.Id, context.Step.Ladder[0].Channel);

    // A claim without an outcome: its sender is gone, or soon will be.
    private async Task TakeUpAsync(RoundPlan plan, DispatchContext context, DueRecipient one, Notice notice, CancellationToken cancellation)
    {
        if (notice.Channel == Channel.Letter)
        {
            plan.Result.Settled.Add(one.Due); // it stands in Work as a waiting letter
            return;
        }

        var leased = context.Lease.Until - leases.Time;
        if (notice.ClaimedBy == context.Lease.Name && (notice.FirstSent ?? leased) >= leased)
        {
            // Our own claim, whose answer was lost on the way: nothing of it has been sent. One that we had taken up is as much in doubt as before.
            await AddAsync(plan, context, one, notice.Key, firstSent: null, cancellation).ConfigureAwait(false);
            return;
        }

        var age = Instant.FromDateTimeOffset(time.GetUtcNow()) - (notice.FirstSent ?? Instant.MinValue);
        if (age < leases.Time)
        {
            plan.Result.PutOff(one.Due, leases.Time - age + Duration.FromSeconds(1));
        }
        else if (notice.Channel == Channel.Sms && age < RepeatWindow && NeverSend.Reason(one.Recipient, one.Invitation, context.Step) is null)
        {
            await AddAsync(plan, context, one, notice.Key, notice, cancellation).ConfigureAwait(false);
        }
        else
        {
            AddUnknown(plan, context, one, notice.Key);
        }
    }

    private async Task AddAsync(
        RoundPlan plan, DispatchContext context, DueRecipient one, NoticeKey key, Notice? firstSent, CancellationToken cancellation)
    {
        var written = await writer.WriteAsync(one.Recipient, one.Invitation, key, context.Rules, firstSent?.Language, context.Chunk.Pins, cancellation).ConfigureAwait(false);
        if (written is null)
        {
            if (firstSent is null)
            {
                AddNotSent(plan, context, one, key, NoticeState.OnList, SkipReason.NoText);
            }
            else
            {
                AddUnknown(plan, context, one, key);
            }

            return;
        }

        var address = key.Channel switch
        {
            Channel.Sms => one.Recipient.Person.Phone?.E164,
            Channel.Email => one.Recipient.Person.Email?.Value,
            _ => null,
        };
        var hash = address is null ? null : written.HashFor(address);
        if (firstSent is not null && hash != firstSent.TextHash)
        {
            // The provider would take another text for another message.
            AddUnknown(plan, context, one, key);
            return;
        }

        // Whole milliseconds survive the table's precision, and the repeatability id is made of them.
        var now = Instant.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        plan.Send.Add(new ReadyNotice(
            one,
            new Notice(
                key,
                NoticeState.Claimed,
                key.Channel,
                written.Language,
                written.Version,
                context.Lease.Name,
                hash,
                hash is null ? null : firstSent?.FirstSent ?? now,
                SkipReason: null,
                TouchedAt: context.Step.IsTouch ? clock.GetCurrentInstant() : null),
            written,
            InDoubt: firstSent is not null));
    }

    private void AddUnknown(RoundPlan plan, DispatchContext context, DueRecipient one, NoticeKey key) =>
        AddNotSent(plan, context, one, key, NoticeState.Unknown, reason: null);

    private void AddNotSent(
        RoundPlan plan, DispatchContext context, DueRecipient one, NoticeKey key, NoticeState state, SkipReason? reason) =>
        plan.NotSent.Add(new ReadyNotice(
            one, new Notice(key, state, key.Channel, "", "", context.Lease.Name, TextHash: null, FirstSent: null, reason, clock.GetCurrentInstant()), Written: null));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Fault} while deciding {Step} of {Occasion}: on staff's list.")]
        public static partial void CannotDecide(ILogger logger, string fault, OccasionId occasion, string step);
    }
}
