using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Definitions;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Prepares a campaign and the occasions it invites to. Nothing is sent.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="occasions">Occasions.</param>
/// <param name="campaigns">Campaigns.</param>
/// <param name="clock">The time now, for what begins at once.</param>
public sealed class CreateCampaign(DefinitionCache definitions, OccasionTable occasions, CampaignTable campaigns, IClock clock)
{
    // For how long an answer helps, and a text means something, that invites to nothing.
    private const int DaysOpen = 60;

    private static readonly CampaignOutcome.Refused Exists = new(
        "There is a campaign for this occasion and step already.", CampaignRefusal.Exists);

    /// <summary>Runs.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="json">The campaign (docs/campaigns.md).</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The draft, or why there is none.</returns>
    public async Task<CampaignOutcome> RunAsync(UnitId unit, string json, CancellationToken cancellation)
    {
        if (await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is null)
        {
            return new CampaignOutcome.Unknown("There is no such unit.");
        }

        var (draft, fault) = CampaignDraft.Read(json, Stockholm.LocalOf(clock.GetCurrentInstant()));
        if (draft is null)
        {
            return fault!;
        }

        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        if (programmes.FirstOrDefault(one => one.Id == draft.Programme) is not { } programme)
        {
            return new CampaignOutcome.Invalid("There is no such programme.", CampaignMistake.Programme);
        }

        var step = draft.Step is null ? programme.Steps[0] : programme.StepNamed(draft.Step);
        if (Mistake(draft, programme, step) is { } mistake)
        {
            return mistake;
        }

        var series = Occasions(unit, draft, programme);
        var campaign = new Campaign(
            unit,
            series[0].Id,
            programme.Id,
            step!.Id,
            series[0].Starts,
            draft.Audience,
            CampaignState.Draft,
            draft.By,
            ApprovedBy: null,
            Stockholm.MomentOf(draft.StartsAt),
            Recipients: null,
            Pins: "");
        if (await campaigns.FindAsync(unit, campaign.Id, cancellation).ConfigureAwait(false) is not null)
        {
            return Exists;
        }

        foreach (var occasion in series)
        {
            await occasions.PutAsync(occasion, cancellation).ConfigureAwait(false);
        }

        return await campaigns.AddAsync(campaign, cancellation).ConfigureAwait(false)
            ? new CampaignOutcome.Done((await campaigns.FindAsync(unit, campaign.Id, cancellation).ConfigureAwait(false))!)
            : Exists;
    }

    private static CampaignOutcome.Invalid? Mistake(CampaignDraft draft, Programme programme, Step? step) => programme.Occasion switch
    {
        { Kind: OccasionKind.Visit or OccasionKind.Pickup } =>
            new CampaignOutcome.Invalid("Visits and pickups are planned one by one; they need no campaign.", CampaignMistake.NoCampaign),
        _ when step is null => new CampaignOutcome.Invalid("The programme has no step of that name.", CampaignMistake.Step),
        _ when !step.IsPlanned => new CampaignOutcome.Invalid("This step is said when something happens, not by campaign.", CampaignMistake.StepByEvent),
        { Kind: OccasionKind.None } => draft.Starts.IsEmpty
            ? null
            : new CampaignOutcome.Invalid("starts must be left out: this programme invites to nothing.", CampaignMistake.NoStart),
        _ => MistakeOfOccasion(draft, programme),
    };

    private static CampaignOutcome.Invalid? MistakeOfOccasion(CampaignDraft draft, Programme programme) => programme.Occasion switch
    {
        { Kind: OccasionKind.Series, Sessions: var sessions } when draft.Starts.Length != sessions =>
            new CampaignOutcome.Invalid($"starts must give the {sessions} times of the series.", CampaignMistake.SeriesStarts),
        { Kind: not OccasionKind.Series } when draft.Starts.Length != 1 => new CampaignOutcome.Invalid("starts must give the time of the occasion.", CampaignMistake.Start),
        _ when draft.Starts.Distinct().Count() < draft.Starts.Length => new CampaignOutcome.Invalid("starts gives a time twice.", CampaignMistake.SameStart),
        _ when draft.Starts[0] <= draft.StartsAt =>
            new CampaignOutcome.Invalid("The occasion must start after startsAt, when the campaign begins.", CampaignMistake.StartTooEarly),
        _ when draft.Place is null => new CampaignOutcome.Invalid("place must say where it is.", CampaignMistake.Place),
        _ when programme.Answers.Contains(AnswerChoice.Vote) && draft.VoteOn.Length < 2 =>
            new CampaignOutcome.Invalid("voteOn must give at least two alternatives.", CampaignMistake.VoteOn),
        _ => null,
    };

    private static ImmutableArray<Occasion> Occasions(UnitId unit, CampaignDraft draft, Programme programme)
    {
        var isTimed = programme.Occasion.Kind != OccasionKind.None;
        var times = isTimed ? draft.Starts : [draft.StartsAt];
        var first = IdOf(unit, programme, times[0], draft.Place);
        var sessions = programme.Occasion.Kind == OccasionKind.Series ? times.Length : 0;
        return
        [
            .. times.Select((starts, index) => new Occasion(
                index == 0 ? first : IdOf(unit, programme, starts, first.Value),
                unit,
                programme.Id,
                starts,
                programme.Occasion.Minutes,
                Visitors: "",
                Home: null,
                Guests: [],
                Place: draft.Place,
                Ends: EndOf(programme, times, starts, index),
                Series: sessions > 0 ? first : null,
                Session: sessions > 0 ? index + 1 : 0,
                Sessions: sessions,
                Text: draft.Text,
                Link: draft.Link,
                VoteOn: draft.VoteOn.IsEmpty ? null : draft.VoteOn)),
        ];
    }

    // Who is invited to a series is invited to all of it: its first meeting's invitation lasts to the end of the last.
    private static LocalDateTime? EndOf(Programme programme, ImmutableArray<LocalDateTime> times, LocalDateTime starts, int index) => programme.Occasion.Kind switch
    {
        OccasionKind.None => starts.Date.PlusDays(DaysOpen).At(new LocalTime(23, 59)),
        OccasionKind.Series when index == 0 => times[^1].PlusMinutes(programme.Occasion.Minutes),
        _ => null,
    };

    private static OccasionId IdOf(UnitId unit, Programme programme, LocalDateTime starts, string? place) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{unit}~{programme.Id}~{Keys.Local(starts)}~{place}")))[..24]);
}
