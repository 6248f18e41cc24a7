using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Notifieringar.Web.Staff.Settings;

namespace Notifieringar.Tests.Web.Staff;

public sealed class UnitFormTests
{
    private const string Rules = """
        {
          "name": "Åsinge bibliotek", "smsSender": "Asinge bibl", "emailFrom": "bibliotek@example.se", "phone": "070-174 06 05",
          "returnAddress": ["Torget 1", "998 10 ÅSINGE"], "shards": 4, "visitDays": ["Tuesday"], "slotTimes": ["09:30"], "visitors": ["A och B"],
          "closed": [{ "from": "2027-07-01", "to": "2027-07-31" }], "bags": { "ar": 6, "sv": 40 }, "bagsInstead": { "ar": "sv" }, "smsPrice": 0.45,
          "quietFrom": "19:00", "quietTo": "09:00", "letterRunAt": "14:00", "envelope": "C5-H2", "comesUnlessNo": false, "asksAgainAfterNo": true,
          "allowsUnreviewedTexts": false, "allowsStaleTexts": false, "staleAfterDays": 7, "capTouches": 3, "capDays": 30, "secondApprovalAbove": 100
        }
        """;

    [Fact]
    public void Over_RulesThatNobodyChanged_LeavesThemAsTheyWere()
    {
        var (form, json) = Opened().Over(Parsed());

        Assert.Empty(form.Wrong);
        var expected = Parsed();
        expected["visitAreas"] = new JsonArray();
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(json)), json);
    }

    [Fact]
    public void Over_MonthsThatAreTyped_AreKeptByWhatTheyAreAbout_AndAFormWithoutThemChangesNothing()
    {
        var rules = Parsed();
        rules["retention"] = new JsonObject { ["households"] = 18 };
        var opened = UnitForm.Of(rules, "1", ImmutableDictionary<string, string>.Empty);
        Assert.Equal(("18", "13"), (UnitValues.MonthsIn(opened["retention"], "households"), UnitValues.MonthsIn(opened["retention"].Replace("notices 24", "notices 13", StringComparison.Ordinal), "notices")));

        var (_, typed) = (opened with { Values = opened.Values.SetItem("retention", opened["retention"].Replace("audit 24", "audit 36", StringComparison.Ordinal)) }).Over(Parsed());
        var (_, without) = (opened with { Values = opened.Values.SetItem("retention", "") }).Over(rules);

        Assert.Equal((18, 36, 3), (MonthsIn(typed, "households"), MonthsIn(typed, "audit"), MonthsIn(typed, "letters")));
        Assert.Equal(18, MonthsIn(without, "households"));
    }

    [Theory]
    [InlineData("retention", "households 12")]
    [InlineData("retention", "households många")]
    [InlineData("capDays", "-1")]
    [InlineData("capDays", "")]
    [InlineData("smsPrice", "gratis")]
    [InlineData("slotTimes", "09:30\nhalv tio")]
    [InlineData("quietFrom", "25:00")]
    [InlineData("closed", "2027-07-31 – 2027-07-01")]
    [InlineData("closed", "2027-07-31 – ")]
    [InlineData("visitDays", "")]
    [InlineData("bags", "sv många")]
    [InlineData("name", "  ")]
    public void Over_AFieldThatCannotBeRead_IsNamed(string field, string value)
    {
        var opened = Opened();

        var (form, _) = (opened with { Values = opened.Values.SetItem(field, value) }).Over(Parsed());

        Assert.Equal([field], form.Wrong);
    }

    [Fact]
    public void Blamed_ASentence_NamesThePropertyItBeginsWith()
    {
        var form = Opened().Blamed("quietTo must be earlier in the day than quietFrom: between them SMS and e-mail may be sent.");

        Assert.Equal(["quietTo"], form.Wrong);
        Assert.Empty(Opened().Blamed("Something else is wrong.").Wrong);
    }

    [Fact]
    public void Over_EmptyOptionalFields_TakesThePropertiesOut()
    {
        var opened = Opened();

        var (form, json) = (opened with { Values = opened.Values.SetItems([new("smsPrice", ""), new("bags", " ")]) }).Over(Parsed());

        Assert.Empty(form.Wrong);
        Assert.False(JsonNode.Parse(json)!.AsObject().ContainsKey("smsPrice"));
        Assert.False(JsonNode.Parse(json)!.AsObject().ContainsKey("bags"));
    }

    private static UnitForm Opened() => UnitForm.Of(Parsed(), "1", ImmutableDictionary<string, string>.Empty);

    private static JsonObject Parsed() => JsonNode.Parse(Rules)!.AsObject();

    private static int MonthsIn(string json, string name) => JsonNode.Parse(json)!["retention"]![name]!.GetValue<int>();
}
