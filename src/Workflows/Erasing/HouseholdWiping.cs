using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Workflows.Erasing;

/// <summary>Removes everything that is about a household from every table and blob. Each step may be done again, and what the next one needs to
/// find its rows by goes last.</summary>
/// <param name="rows">Rows about it alone.</param>
/// <param name="occasions">Its visits.</param>
/// <param name="slots">Their times.</param>
/// <param name="homes">Its children's other homes.</param>
/// <param name="campaigns">Campaigns that name it.</param>
/// <param name="bounds">Key ranges that end at it.</param>
/// <param name="letters">Its letters.</param>
/// <param name="traces">What it has sent, and what was answered about it.</param>
/// <param name="clock">Decides what is due.</param>
public sealed class HouseholdWiping(
    HouseholdRows rows,
    HouseholdOccasions occasions,
    SlotTable slots,
    OtherHomes homes,
    CampaignTable campaigns,
    ChunkBounds bounds,
    LetterForgetting letters,
    HouseholdTraces traces,
    IClock clock)
{
    private const int Attempts = 8;
    private static readonly LocalDate EarliestSlot = new(2000, 1, 1);

    // In place of the last person a campaign names: a campaign that names nobody is for everybody.
    private static readonly PersonId Nobody = new(new string('0', 32));

    /// <summary>Wipes, and returns false when something is being worked on that must be looked at again.</summary>
    internal async Task<bool> WipeAsync(UnitRules rules, Erasure erasure, CancellationToken cancellation)
    {
        var (unit, person, shard) = (rules.Unit, erasure.Person, Keys.Shard(erasure.Person, rules.Shards));
        foreach (var link in erasure.Links)
        {
            await homes.ForgetAsync(unit, Keys.Shard(link, rules.Shards), link, person, clock.GetCurrentInstant(), cancellation).ConfigureAwait(false);
        }

        var own = await OwnOccasionsAsync(unit, person, cancellation).ConfigureAwait(false);
        await FreeAsync(unit, own, cancellation).ConfigureAwait(false);
        await rows.RemoveAroundAsync(unit, person, own, cancellation).ConfigureAwait(false);
        await LeaveCampaignsAsync(unit, person, cancellation).ConfigureAwait(false);
        var all = await traces.ForgetAsync(erasure, cancellation).ConfigureAwait(false);
        all &= await bounds.LeaveAsync(shard, person, cancellation).ConfigureAwait(false);
        all &= await occasions.ForgetAsync(unit, person, cancellation).ConfigureAwait(false);
        await letters.ForgetAsync(unit, person, cancellation).ConfigureAwait(false);
        await rows.RemoveAsync(unit, shard, person, cancellation).ConfigureAwait(false);
        return all;
    }

    /// <summary>The visits that nobody else is invited to.</summary>
    internal async Task<IReadOnlySet<OccasionId>> OwnOccasionsAsync(UnitId unit, PersonId person, CancellationToken cancellation)
    {
        var own = new HashSet<OccasionId>();
        await foreach (var held in occasions.ReadAsync(unit, person, cancellation).ConfigureAwait(false))
        {
            if (held.Others.Count == 0)
            {
                own.Add(held.Occasion);
            }
        }

        return own;
    }

    private async Task FreeAsync(UnitId unit, IReadOnlySet<OccasionId> own, CancellationToken cancellation)
    {
        foreach (var (slot, occasion) in await slots.TakenAsync(unit, EarliestSlot, cancellation).ConfigureAwait(false))
        {
            if (own.Contains(occasion))
            {
                await slots.FreeAsync(unit, slot.Starts, slot.Visitors, occasion, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task LeaveCampaignsAsync(UnitId unit, PersonId person, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var all = true;
            var listed = await campaigns.ListAsync(unit, cancellation).ConfigureAwait(false);
            foreach (var campaign in listed.Where(campaign => campaign.Audience.People.Contains(person)))
            {
                all &= await campaigns.UpdateAsync(Without(campaign, person), cancellation).ConfigureAwait(false);
            }

            if (all)
            {
                return;
            }
        }

        throw new InvalidOperationException("A campaign kept changing while a person was taken out of it.");
    }

    internal static Campaign Without(Campaign campaign, PersonId person)
    {
        ImmutableArray<PersonId> others = [.. campaign.Audience.People.Where(one => one != person)];
        return campaign with { Audience = campaign.Audience with { People = others.IsEmpty ? [Nobody] : others } };
    }
}
