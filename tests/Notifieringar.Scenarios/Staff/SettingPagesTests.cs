using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Texts;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Web.Staff.Settings;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>What administrators do with the unit's rules and with programmes.</summary>
public sealed partial class SettingPagesTests
{
    private const string Page = "installningar";
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 9, 0);

    [Fact]
    public async Task TheRules_AreSaved_AndWhatTheFormDoesNotShowIsKept()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");
        var fields = Form(await administrator.PageAsync(Page));

        var saved = await administrator.PressAsync(
            Page, Page, [.. fields, .. Rules(), ("closedFrom", "2025-07-01"), ("closedTo", "2025-07-31"), ("closedFrom", ""), ("closedTo", ""), ("bags", "sv 40\r\nar 6")]);

        Assert.EndsWith("?sagt=rulesSaved", saved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var json = await RulesAsync(library);
        Assert.Contains("\"shards\": 4", json, StringComparison.Ordinal);
        Assert.Contains("\"quietFrom\": \"18:30\"", json, StringComparison.Ordinal);
        Assert.Contains("2025-07-31", json, StringComparison.Ordinal);
        Assert.Contains("\"ar\": 6", json, StringComparison.Ordinal);
        var page = await administrator.PageAsync(Page);
        Assert.Contains("value=\"2025-07-01\"", page, StringComparison.Ordinal);
        Assert.Contains("Åsinge bibliotek", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongFields_AreNamedAtTheirPlace_NothingIsLost_AndNothingIsSaved()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");
        var before = await RulesAsync(library);
        var fields = Form(await administrator.PageAsync(Page));
        (string Field, string Value)[] wrong =
        [
            ("smsSender", "Alldeles för långt"), ("emailFrom", "ingen adress"), ("quietTo", "20:00"), ("capDays", "många"), ("slotTimes", "halv tio"), ("visitors", "A/B"), ("phone", " "),
        ];

        foreach (var (field, value) in wrong)
        {
            var rules = Rules().Where(one => one.Name != field).Append((field, value)).ToArray();
            var refused = await administrator.PressAsync(Page, Page, [.. fields, .. rules]);
            var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            Assert.Equal((field, HttpStatusCode.UnprocessableEntity), (field, refused.StatusCode));
            Assert.True(html.Contains($"id=\"{field}-fel\"", StringComparison.Ordinal), field);
            Assert.Contains(value.Trim(), html, StringComparison.Ordinal);
            Assert.Contains("Torget 1", html, StringComparison.Ordinal);
        }

        Assert.Equal(before, await RulesAsync(library));
    }

    [Fact]
    public async Task RulesThatSomebodyElseHasChangedMeanwhile_AreNotWrittenOver()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var one = await ASignedIn.AsAsync(library, "bertil", "administrator");
        var seen = Form(await one.PageAsync(Page));
        await one.PressAsync(Page, Page, [.. seen, .. Rules()]);

        var refused = await one.PressAsync(Page, Page, [.. seen, .. Rules().Where(rule => rule.Name != "name"), ("name", "Ett annat namn")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Ett annat namn", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ett annat namn", await RulesAsync(library), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProgramme_IsCheckedWithPlaceAndRemedy_Changed_AndMadeAnew()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");
        const string Programme = $"{Page}/program/babycafe";
        var page = await administrator.PageAsync(Programme);
        var (version, json) = (Form(page), Written(page));

        var refused = await administrator.PressAsync(Programme, Programme, [.. version, ("program", json.Replace("\"D1\"", "\"D7\"", StringComparison.Ordinal))]);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("<code>$.discretion</code>", html, StringComparison.Ordinal);
        Assert.Contains("\"D7\"", html, StringComparison.Ordinal);

        var renamed = Name().Replace(json, "\"name\": \"Kafé med bebisar\"", 1);
        var saved = await administrator.PressAsync(Programme, Programme, [.. version, ("program", renamed)]);
        Assert.EndsWith("?sagt=programmeSaved", saved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Kafé med bebisar", await administrator.PageAsync("mallar"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.PressAsync(Programme, Programme, [.. version, ("program", json)])).StatusCode);

        var made = await administrator.PressAsync(
            Programme, $"{Page}/program/ny", ("version", ""), ("program", renamed.Replace("\"babycafe\"", "\"bebiskafe\"", StringComparison.Ordinal)));
        Assert.EndsWith($"/{Page}/program/bebiskafe?sagt=programmeSaved", made.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("saknas", await administrator.PageAsync("mallar/bebiskafe"), StringComparison.Ordinal);
        var again = await administrator.PressAsync(
            Programme, $"{Page}/program/ny", ("version", ""), ("program", renamed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task AProgramme_IsChangedByItsFields_AndAMistakeIsNamedAtItsField()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var administrator = await ASignedIn.AsAsync(library, "bertil", "administrator");
        const string Programme = $"{Page}/program/babycafe";
        var page = await administrator.PageAsync(Programme);
        var sent = ProgrammeForm.Of(JsonNode.Parse(Written(page))!.AsObject())
            .Where(field => field.Kind != ProgrammeFieldKind.Flag || field.Values is ["true"])
            .SelectMany(field => field.Kind == ProgrammeFieldKind.Flag ? [(field.Path, "ja")] : field.Values.Select(value => (Name: field.Path, Value: value)))
            .Concat(Form(page))
            .ToArray();

        var refused = await administrator.PressAsync(Programme, Programme, [.. sent.Where(field => field.Name != "$.occasion.minutes"), ("$.occasion.minutes", "länge")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Matches("<input id=\"occasion-minutes\"[^>]*value=\"l&#xE4;nge\"[^>]*aria-invalid=\"true\"", await refused.Content.ReadAsStringAsync());

        var saved = await administrator.PressAsync(Programme, Programme, [.. sent.Where(field => field.Name != "$.occasion.minutes"), ("$.occasion.minutes", "75")]);
        Assert.EndsWith("?sagt=programmeSaved", saved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var now = JsonNode.Parse(Written(await administrator.PageAsync(Programme)))!;
        Assert.Equal(75, now["occasion"]!["minutes"]!.GetValue<int>());
        now["occasion"]!["minutes"] = JsonNode.Parse(Written(page))!["occasion"]!["minutes"]!.GetValue<int>();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Written(page)), now));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.PressAsync(Programme, Programme, [.. sent])).StatusCode); // of an older version
    }

    private static (string Name, string Value)[] Rules() =>
    [
        ("name", "Åsinge bibliotek"), ("phone", "070-174 06 05"), ("returnAddress", "Åsinge bibliotek\r\nTorget 1\r\n998 10 ÅSINGE"), ("envelope", "C4-H2"), ("smsSender", "Asinge bibl"),
        ("emailFrom", "bibliotek@example.se"), ("quietFrom", "18:30"), ("quietTo", "09:00"), ("letterRunAt", "14:00"), ("visitDays", "Tuesday"), ("visitDays", "Thursday"),
        ("slotTimes", "09:30\r\n13:00"), ("visitors", "Par 1\r\nPar 2"), ("visitAreas", ""), ("comesUnlessNo", "ja"), ("staleAfterDays", "7"), ("capTouches", "3"), ("capDays", "30"),
        ("secondApprovalAbove", "100"), ("smsPrice", "0,45"), ("letterPrice", ""), ("allowsUnreviewedTexts", "ja"),
    ];

    private static async Task<string> RulesAsync(ALibrary library) =>
        (await new DefinitionTable(new Tables(new TableServiceClient(library.Machine.ConnectionString)))
            .FindAsync(DefinitionTable.Units, ALibrary.Unit.Value, TestContext.Current.CancellationToken))!.Value.Json;

    private static (string Name, string Value)[] Form(string page) => [("version", Version().Match(page).Groups["version"].Value)];

    private static string Written(string page)
    {
        var from = page.IndexOf('>', page.IndexOf("<textarea id=\"program\"", StringComparison.Ordinal)) + 1;
        return page[from..page.IndexOf("</textarea>", from, StringComparison.Ordinal)];
    }

    [GeneratedRegex("name=\"version\" value=\"(?<version>.*?)\" />")]
    private static partial Regex Version();

    [GeneratedRegex("\"name\": \"[^\"]*\"")]
    private static partial Regex Name();
}
