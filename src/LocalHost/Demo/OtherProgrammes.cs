using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;

namespace Notifieringar.LocalHost.Demo;

/// <summary>Everything but home visits: people at work and members, a campaign of every programme, books to collect, an interpreter for a visit.
/// Days count from the first of the sixty.</summary>
internal sealed class OtherProgrammes
{
    private const string Preparer = "anna";
    private const string Approver = "bertil";
    private static readonly LocalTime Morning = new(10, 0);

    private readonly FunctionCalls _calls;
    private readonly DemoRecords _records;
    private readonly UnitId _unit;
    private readonly DemoPeriod _period;
    private readonly JsonNode _people;
    private readonly ImmutableArray<Act> _acts;
    private Dictionary<string, string> _ids = [];

    private OtherProgrammes(FunctionCalls calls, DemoRecords records, UnitId unit, DemoPeriod period, JsonNode people, ImmutableArray<Act> acts)
    {
        (_calls, _records, _unit, _period, _people, _acts) = (calls, records, unit, period, people, acts);
    }

    /// <summary>How many children the people have.</summary>
    public int Children => _people["people"]!.AsArray().Sum(person => person!["children"]?.AsArray().Count ?? 0);

    /// <summary>Reads demo/people.json, campaigns.json, pickups.json and interpreters.json.</summary>
    public static async Task<OtherProgrammes> ReadAsync(
        FunctionCalls calls, DemoRecords records, UnitId unit, DemoPeriod period, string folder, CancellationToken cancellationToken)
    {
        var acts = new List<Act>();
        foreach (var (file, kind) in new[] { ("campaigns.json", ActKind.Campaign), ("pickups.json", ActKind.Pickup), ("interpreters.json", ActKind.Interpreter) })
        {
            foreach (var node in (await NodeAsync(folder, file, cancellationToken)).AsArray())
            {
                var what = node!.AsObject();
                var day = (int)what["day"]!;
                what.Remove("day");
                acts.Add(new Act(Stockholm.MomentOf(period.From.PlusDays(day).At(Morning)), what, kind));
            }
        }

        return new OtherProgrammes(calls, records, unit, period, await NodeAsync(folder, "people.json", cancellationToken), [.. acts.OrderBy(act => act.At)]);
    }

    /// <summary>Confirms the people: data older than a week is not acted on.</summary>
    public async Task ConfirmPeopleAsync(CancellationToken cancellationToken)
    {
        var answer = await _calls.ApiAsync(_unit, "people", _people, cancellationToken);
        _ids = answer["people"]!.AsArray().ToDictionary(person => (string)person!["reference"]!, person => (string)person!["id"]!);
    }

    /// <summary>The first moment after now at which something is done.</summary>
    public Instant NextAfter(Instant now) => _acts.Select(act => act.At).FirstOrDefault(at => at > now, Instant.MaxValue);

    /// <summary>Does what is to be done at a moment.</summary>
    public async Task ActAsync(Instant now, CancellationToken cancellationToken)
    {
        foreach (var act in _acts.Where(act => act.At == now))
        {
            await (act.Kind switch
            {
                ActKind.Campaign => _calls.RunCampaignAsync(_unit, Campaign(act.What), Approver, cancellationToken),
                ActKind.Pickup => _calls.ApiAsync(_unit, "pickups", act.What.DeepClone(), cancellationToken),
                _ => BookInterpreterAsync(act.What, act.At, cancellationToken),
            });
        }
    }

    private async Task BookInterpreterAsync(JsonObject what, Instant now, CancellationToken cancellationToken)
    {
        var home = (await _records.PeopleAsync(cancellationToken)).First(recipient => recipient.Person.Id.Value == _ids[(string)what["home"]!]);
        var visit = home.Invitations.First(invitation => invitation.AtThisHome && Stockholm.MomentOf(invitation.Starts) > now);
        var order = new JsonObject { ["person"] = _ids[(string)what["agency"]!], ["by"] = Preparer };
        await _calls.BookInterpreterAsync(_unit, visit, order, cancellationToken);
    }

    private JsonObject Campaign(JsonObject what)
    {
        var campaign = what.DeepClone().AsObject();
        campaign["by"] = Preparer;
        if (campaign["starts"] is JsonArray starts)
        {
            campaign["starts"] = new JsonArray([.. starts.Select(start => (JsonNode)Time(start!))]);
        }

        if (campaign["people"] is JsonArray people)
        {
            campaign.Remove("people");
            campaign["audience"] = new JsonObject { ["people"] = new JsonArray([.. people.Select(person => (JsonNode)_ids[(string)person!])]) };
        }

        return campaign;
    }

    private string Time(JsonNode start) => string.Create(
        CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(_period.From.PlusDays((int)start["day"]!))}T{(string)start["time"]!}");

    private static async Task<JsonNode> NodeAsync(string folder, string file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, file);
        try
        {
            return JsonNode.Parse(await File.ReadAllTextAsync(path, cancellationToken))!;
        }
        catch (JsonException broken)
        {
            throw new StartFailedException($"demo/{file} cannot be read, near line {(broken.LineNumber ?? 0) + 1}.");
        }
    }

    private enum ActKind
    {
        Campaign,
        Pickup,
        Interpreter,
    }

    private sealed record Act(Instant At, JsonObject What, ActKind Kind);
}
