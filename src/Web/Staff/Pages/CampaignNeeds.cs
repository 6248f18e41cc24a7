using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>What has to be written down for a campaign of a programme: no field is shown that it has no use for.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Steps">The steps that can be sent by campaign, the one that invites first.</param>
/// <param name="Languages">The languages that its texts are written in.</param>
/// <param name="HasText">True when a text of it says what staff write.</param>
/// <param name="HasLink">True when a text of it has a link.</param>
public sealed record CampaignNeeds(Programme Programme, ImmutableArray<string> Steps, ImmutableArray<string> Languages, bool HasText, bool HasLink)
{
    private const string TextPlace = "campaign.text";
    private const string LinkPlace = "campaign.link";

    /// <summary>How many times of day it needs.</summary>
    internal int Times => Programme.Occasion.Kind switch
    {
        OccasionKind.None => 0,
        OccasionKind.Series => Programme.Occasion.Sessions,
        _ => 1,
    };

    internal bool HasVote => Programme.Answers.Contains(AnswerChoice.Vote);

    /// <summary>Tells whether staff send a programme by campaign. Visits and pickups are planned one by one, and an interpreter is asked along to a
    /// visit.</summary>
    internal static bool IsFor(Programme programme) => programme.Occasion.Kind is not (OccasionKind.Visit or OccasionKind.Pickup)
        && programme.Id != InterpreterBookings.Programme
        && programme.Steps.Any(step => step.IsPlanned);

    /// <summary>What a programme needs.</summary>
    internal static async Task<CampaignNeeds> OfAsync(Programme programme, DefinitionCache definitions, CancellationToken cancellation)
    {
        var steps = programme.Steps.Where(step => step.IsPlanned).Select(step => step.Id).ToImmutableArray();
        var texts = new List<TemplateText>();
        foreach (var step in steps)
        {
            texts.AddRange(await definitions.TextsAsync(programme.Id, step, cancellation).ConfigureAwait(false));
        }

        var places = texts.SelectMany(text => Placeholders.In(text.Source)).ToHashSet(StringComparer.Ordinal);
        return new CampaignNeeds(
            programme,
            steps,
            [.. texts.Select(text => text.Key.Language).Distinct(StringComparer.Ordinal).OrderBy(StaffWordsOfCampaigns.Language, StaffWordsOfCampaigns.Alphabet)],
            places.Contains(TextPlace),
            places.Contains(LinkPlace));
    }
}
