using System.Text.Json;
using Notifieringar.Model;
using Notifieringar.Planning.Campaigns;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows;

/// <summary>Prepares a campaign for a machine: as staff do, but in the key's name, and with an answer at once when somebody named may not be
/// invited again. A person approves it.</summary>
/// <param name="definitions">Units and programmes.</param>
/// <param name="people">People.</param>
/// <param name="create">Prepares campaigns.</param>
public sealed class BookMeeting(DefinitionCache definitions, PeopleTable people, CreateCampaign create)
{
    /// <summary>Runs.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="json">The campaign (docs/campaigns.md), without <c>by</c>.</param>
    /// <param name="isMeeting">True when it must invite to an occasion.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The draft, or why there is none.</returns>
    public async Task<CampaignOutcome> RunAsync(ApiCaller caller, string json, bool isMeeting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (Read(json) is not { } draft)
        {
            return new CampaignOutcome.Invalid("Send the campaign as an object in JSON.");
        }

        if (draft.ContainsKey("by"))
        {
            return new CampaignOutcome.Invalid("Leave by out: a campaign that comes by the API is prepared in the name of its key.");
        }

        var programmes = await definitions.ProgrammesAsync(cancellation).ConfigureAwait(false);
        var programme = programmes.FirstOrDefault(one => draft.TryGetValue("programme", out var id) && id.ValueKind == JsonValueKind.String && id.ValueEquals(one.Id));
        if (isMeeting && programme is not { Occasion.Kind: OccasionKind.Meeting or OccasionKind.Series or OccasionKind.Stop })
        {
            return new CampaignOutcome.Invalid("programme must be one that invites to meetings, to a series or to stops.", CampaignMistake.Programme);
        }

        if (programme is not null && await HaveHadTheirTurnAsync(caller.Unit, programme, Named(draft), cancellation).ConfigureAwait(false) is var had and > 0)
        {
            return new CampaignOutcome.Refused(
                $"{had} of those named in audience.people have been invited before, and this programme invites nobody twice. Take them out of the list, or call off the earlier occasion.",
                CampaignRefusal.HadTheirTurn);
        }

        draft["by"] = JsonSerializer.SerializeToElement($"api-{caller.Key}");
        return await create.RunAsync(caller.Unit, JsonSerializer.Serialize(draft), cancellation).ConfigureAwait(false);
    }

    private async Task<int> HaveHadTheirTurnAsync(UnitId unit, Programme programme, IReadOnlyCollection<PersonId> named, CancellationToken cancellation)
    {
        var rules = await definitions.UnitAsync(unit, cancellation).ConfigureAwait(false);
        var count = 0;
        foreach (var shard in named.GroupBy(person => Keys.Shard(person, rules.Shards), StringComparer.Ordinal))
        {
            var found = await people.ReadAsync(unit, shard.Key, [.. shard], cancellation).ConfigureAwait(false);
            count += found.Values.Count(recipient => AudienceRule.HasHadItsTurn(recipient, programme, new OccasionId("")));
        }

        return count;
    }

    private static List<PersonId> Named(Dictionary<string, JsonElement> draft) =>
        draft.TryGetValue("audience", out var audience)
        && audience.ValueKind == JsonValueKind.Object
        && audience.TryGetProperty("people", out var people)
        && people.ValueKind == JsonValueKind.Array
            ? [.. people.EnumerateArray()
                .Where(person => person.ValueKind == JsonValueKind.String)
                .Select(person => person.GetString()!)
                .Where(Ids.IsWellFormed)
                .Select(person => new PersonId(person))
                .Distinct()]
            : [];

    private static Dictionary<string, JsonElement>? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
