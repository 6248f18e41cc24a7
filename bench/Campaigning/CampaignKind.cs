using Notifieringar.Model;
using Notifieringar.Records.Texts;
using StorageTables = Notifieringar.Records.Storage.Tables;

namespace Notifieringar.Bench.Campaigning;

/// <summary>What is sent: a word that nobody answers, an invitation, whose answer code each family has for itself, or a letter.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Definition">The programme.</param>
/// <param name="Channel">How it is sent.</param>
/// <param name="Text">Its text.</param>
/// <param name="Draft">The campaign as staff write it down.</param>
internal sealed record CampaignKind(string Programme, string Definition, Channel Channel, string Text, object Draft)
{
    private const string Step = "word";

    public static CampaignKind Word { get; } = new(
        "bokord",
        ProgrammeOf("bokord", """{ "kind": "none" }""", "", "sms"),
        Channel.Sms,
        "Nu finns sommarens boktips på biblioteket. Kom och låna! Hälsningar {{ sender.name }}",
        new { programme = "bokord", by = "anna" });

    public static CampaignKind Invitation { get; } = new(
        "bokfest",
        ProgrammeOf("bokfest", """{ "kind": "meeting", "minutes": 45 }""", "\"yes\", \"no\"", "sms"),
        Channel.Sms,
        "Välkomna till bokfest {{ occasion.short_date }} kl. {{ occasion.time }}. Svara: {{ answer.url }} Hälsningar {{ sender.name }}",
        new { programme = "bokfest", starts = new[] { "2025-02-20T10:00" }, place = "Stora bibliotek", by = "anna" });

    public static CampaignKind Letter(string text) => new(
        "bokbrev", ProgrammeOf("bokbrev", """{ "kind": "none" }""", "", "letter"), Channel.Letter, text, new { programme = "bokbrev", by = "anna" });

    public async Task DefineAsync(StorageTables tables, CancellationToken cancellation)
    {
        await new DefinitionTable(tables).PutAsync(DefinitionTable.Programmes, Programme, Definition, cancellation);
        if (!await new TemplateTable(tables).SeedAsync(new StoredText(Programme, Step, Channel, "sv", "1", Text, Shipped: true), cancellation))
        {
            throw new BenchFailedException("The text could not be put in place.");
        }
    }

    private static string ProgrammeOf(string id, string occasion, string answers, string channel) => $$"""
        {
          "id": "{{id}}", "name": "{{id}}", "discretion": "D1", "occasion": {{occasion}},
          "audience": { "who": "household", "childMonths": { "from": 0, "below": 216 } }, "answers": [{{answers}}],
          "steps": [
            { "id": "{{Step}}", "anchor": "planned", "offset": { "days": 0 }, "ladder": [{ "channel": "{{channel}}" }], "validFor": { "days": 2 }, "condition": "always", "touch": true }
          ]
        }
        """;
}
