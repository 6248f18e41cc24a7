using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Who takes part in a run, and what they do while everything breaks.</summary>
/// <param name="Campaign">Households who are due something.</param>
/// <param name="StoryHour">What half of them are invited to; null when there is no campaign.</param>
/// <param name="Visits">Families who are to be visited; null when there are none.</param>
internal sealed record FaultCast(FaultCampaign Campaign, FaultStoryHour? StoryHour, FaultVisits? Visits)
{
    /// <summary>How many households there are.</summary>
    public int Count => Campaign.People.Count + (Visits?.Families.Count ?? 0);

    public static async Task<FaultCast> GatherAsync(ALibrary library, Tables tables, FaultOptions options, CancellationToken cancellation)
    {
        if (options.HasCampaign)
        {
            await FaultStoryHour.DefineAsync(tables, cancellation);
        }

        // The visits come first: planning would find a visit for every household there is.
        var visits = options.Visits == 0 ? null : await FaultVisits.PlannedAsync(library, tables, options, cancellation);
        var campaign = new FaultCampaign(options, tables);
        await campaign.SeedAsync(cancellation);
        return new FaultCast(campaign, options.HasCampaign ? await FaultStoryHour.ApprovedAsync(library, tables, cancellation) : null, visits);
    }

    /// <summary>Whom staff silence, with a child of theirs.</summary>
    public IReadOnlyList<(PersonId Person, ChildId Child)> ToSilence(FaultOptions options)
    {
        var random = new Random(options.Seed + 7);
        var visited = Visits?.Silenced.Select(family => (family.Person.Id, family.Children[0].Id)) ?? [];
        return [.. Campaign.People.OrderBy(_ => random.Next()).Take(options.Silenced).ToList()
            .Select(person => (person, FaultCampaign.Child)).Concat(visited).OrderBy(_ => random.Next())];
    }

    /// <summary>What families and staff do meanwhile.</summary>
    public IEnumerable<Func<CancellationToken, Task>> Acts(StormHttp http, FaultOptions options, StormAnswers answers)
    {
        if (StoryHour is not null)
        {
            yield return token => StoryHour.RunAsync(http, options, token);
            yield return token => answers.InviteesAsync(Campaign.Invited, StoryHour, token);
        }

        if (Visits is not null)
        {
            yield return token => Visits.ChangeAsync(http, options, token);
            yield return token => answers.VisitedAsync(Visits, token);
        }
    }
}
