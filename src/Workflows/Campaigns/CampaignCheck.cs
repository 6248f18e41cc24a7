using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Workflows.Campaigns;

/// <summary>Compares what should be with what is. A chunk of the campaign's people that nobody works on is queued again; when all are settled, every
/// invited person has a final notice, and who has none and stands in no Work row was lost, and is due again.</summary>
/// <param name="reading">Reads a campaign with all it names.</param>
/// <param name="chunks">Chunks.</param>
/// <param name="people">People.</param>
/// <param name="due">Due notices.</param>
/// <param name="queues">Queues.</param>
/// <param name="logger">Log.</param>
public sealed partial class CampaignCheck(CampaignReading reading, ChunkTable chunks, PeopleTable people, DueNotices due, Queues queues, ILogger<CampaignCheck> logger)
{
    /// <summary>Runs.</summary>
    /// <returns>What became of the campaign; null while something is still open.</returns>
    internal async Task<CampaignResult?> RunAsync(Campaign campaign, CancellationToken cancellation)
    {
        if (await reading.ReadAsync(campaign, cancellation).ConfigureAwait(false) is not { } context)
        {
            return new CampaignResult(0, ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, int>.Empty, 0);
        }

        if (await IsBeingToldAsync(campaign, cancellation).ConfigureAwait(false))
        {
            return null;
        }

        var waiting = new HashSet<PersonId>();
        await foreach (var person in due.WaitingForAsync(campaign.Unit, campaign.Occasion, campaign.Step, cancellation).ConfigureAwait(false))
        {
            waiting.Add(person);
        }

        var tally = new CampaignTally(context);
        foreach (var shard in Keys.Shards(context.Rules.Shards))
        {
            var lost = new List<DueNotice>();
            await foreach (var recipient in people.ReadAllAsync(campaign.Unit, shard, cancellation).ConfigureAwait(false))
            {
                if (tally.Add(recipient, waiting.Contains(recipient.Person.Id)))
                {
                    var invitation = recipient.Invitations.First(one => one.Occasion == campaign.Occasion);
                    lost.AddRange(CampaignInviting.DueOf(context, shard, recipient, invitation).Where(one => one.Step == campaign.Step));
                }
            }

            if (lost.Count > 0)
            {
                Log.Lost(logger, campaign.Id, campaign.Unit, shard, lost.Count);
                await due.PutAsync(lost, cancellation).ConfigureAwait(false);
            }
        }

        return tally.IsSettled ? tally.Result : null;
    }

    private async Task<bool> IsBeingToldAsync(Campaign campaign, CancellationToken cancellation)
    {
        var open = await chunks.OpenAsync(Keys.CampaignBatch(campaign, ""), cancellation).ConfigureAwait(false);
        foreach (var (lost, _) in open.Where(one => one.LooksLost))
        {
            if (await chunks.RequeuedAsync(lost, Duration.Zero, cancellation).ConfigureAwait(false) is { } again)
            {
                await queues.SendAsync(Queues.Chunks, again, delay: null, cancellation).ConfigureAwait(false);
            }
        }

        return open.Count > 0;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Campaign {Campaign} of {Unit}: {Count} people of shard {Shard} stood nowhere and are due again.")]
        public static partial void Lost(ILogger logger, string campaign, UnitId unit, string shard, int count);
    }
}

/// <summary>Counts what became of a campaign's notices.</summary>
internal sealed class CampaignTally(CampaignContext context)
{
    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _skips = new(StringComparer.Ordinal);
    private int _invited;
    private int _open;
    private int _latecomers;

    public bool IsSettled => _open == 0;

    public CampaignResult Result => new(
        _invited, _states.ToImmutableSortedDictionary(StringComparer.Ordinal), _skips.ToImmutableSortedDictionary(StringComparer.Ordinal), _latecomers);

    /// <summary>Counts a person.</summary>
    /// <returns>True for one who is invited, has no notice and waits for none.</returns>
    public bool Add(Recipient recipient, bool isWaiting)
    {
        if (recipient.Invitations.All(one => one.Occasion != context.Occasion.Id))
        {
            _latecomers += context.InvitationOf(recipient) is { } wanted && NeverSend.Reason(recipient, wanted) is null ? 1 : 0;
            return false;
        }

        _invited++;
        var said = recipient.Notices.Where(notice => notice.Key.Occasion == context.Occasion.Id.Value && notice.Key.Step == context.Step.Id).ToList();
        foreach (var notice in said)
        {
            Count(_states, notice.State.ToString());
            if (notice.SkipReason is { } reason)
            {
                Count(_skips, reason.ToString());
            }
        }

        var isOpen = isWaiting || said.Count == 0 || said.Any(notice => !NoticeTransitions.IsFinal(notice.State));
        _open += isOpen ? 1 : 0;
        return said.Count == 0 && !isWaiting;
    }

    private static void Count(Dictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}
