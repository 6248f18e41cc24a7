using System.Text.Json.Nodes;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Tests.Workflows;

public sealed class UnitFileTests
{
    private const string Least = """
        {
          "name": "Åsinge bibliotek", "smsSender": "Asinge bibl", "emailFrom": "bibliotek@example.se", "phone": "070-174 06 05",
          "returnAddress": ["Åsinge bibliotek", "998 10 ÅSINGE"],
          "visitDays": ["Tuesday", "thursday"], "slotTimes": ["13:00", "09:30"], "visitors": ["A", "Bo och Eva"]
        }
        """;

    [Fact]
    public void Read_TheLeastThatIsNeeded_TakesTheRestFromDefaults()
    {
        var rules = Rules(Least);

        Assert.Equal(Some.Unit, rules.Unit);
        Assert.Equal("Åsinge bibliotek", rules.Name);
        Assert.Equal(["Åsinge bibliotek", "998 10 ÅSINGE"], rules.ReturnAddress);
        Assert.Equal([IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday], rules.VisitDays);
        Assert.Equal([new LocalTime(9, 30), new LocalTime(13, 0)], rules.SlotTimes); // in order of time
        Assert.Equal(["A", "Bo och Eva"], rules.Visitors);
        Assert.Equal(1, rules.Shards);
        Assert.Empty(rules.Closed);
        Assert.False(rules.ComesUnlessNo);
        Assert.Equal(7, rules.StaleAfterDays);
        Assert.Equal((new LocalTime(19, 0), new LocalTime(9, 0)), (rules.QuietFrom, rules.QuietTo));
        Assert.Equal(new LocalTime(14, 0), rules.LetterRunAt);
        Assert.Equal("C5-H2", rules.Envelope);
        Assert.Empty(rules.VisitAreas);
        Assert.True(rules.AsksAgainAfterNo);
        Assert.Equal(Retention.Usual, rules.Retention);
    }

    [Fact]
    public void Read_EverySetting_IsTaken()
    {
        var rules = Rules(With(unit =>
        {
            unit["shards"] = 16;
            unit["closed"] = new JsonArray(new JsonObject { ["from"] = "2027-07-01", ["to"] = "2027-07-31" });
            unit["comesUnlessNo"] = true;
            unit["staleAfterDays"] = 3;
            unit["quietFrom"] = "20:00";
            unit["quietTo"] = "08:00";
            unit["letterRunAt"] = "11:15";
            unit["envelope"] = "E65-V2";
            unit["visitAreas"] = new JsonArray("998 1", "99820");
            unit["asksAgainAfterNo"] = false;
            unit["retention"] = new JsonObject { ["households"] = 6 };
        }));

        Assert.Equal(16, rules.Shards);
        Assert.Equal([new ClosedPeriod(new LocalDate(2027, 7, 1), new LocalDate(2027, 7, 31))], rules.Closed);
        Assert.True(rules.ComesUnlessNo);
        Assert.Equal(3, rules.StaleAfterDays);
        Assert.Equal((new LocalTime(20, 0), new LocalTime(8, 0)), (rules.QuietFrom, rules.QuietTo));
        Assert.Equal(new LocalTime(11, 15), rules.LetterRunAt);
        Assert.Equal("E65-V2", rules.Envelope);
        Assert.Equal(["9981", "99820"], rules.VisitAreas);
        Assert.False(rules.AsksAgainAfterNo);
        Assert.Equal(Retention.Usual with { Households = 6 }, rules.Retention);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Åsinge")]
    [InlineData("998 100")]
    public void Read_AnAreaThatIsNoPostalCode_SaysWhatToWrite(string area)
    {
        var (_, problem) = UnitFile.Read(Some.Unit, With(unit => unit["visitAreas"] = new JsonArray(area)));

        Assert.Contains("visitAreas", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shards", "0", "1, 2, 4, 8 … 256")]
    [InlineData("shards", "3", "1, 2, 4, 8 … 256")]
    [InlineData("shards", "512", "1, 2, 4, 8 … 256")]
    [InlineData("visitDays", "[]", "at least one value")]
    [InlineData("slotTimes", "[]", "at least one value")]
    [InlineData("visitors", "[]", "at least one value")]
    [InlineData("visitors", "[\"A/B\"]", "visitors may not")] // the pair's name stands in a storage key
    [InlineData("visitors", "[\"\"]", "visitors may not")]
    [InlineData("staleAfterDays", "0", "staleAfterDays")]
    [InlineData("retention", "{ \"notices\": 12 }", "retention.notices is months, from 13 to 120")]
    [InlineData("retention", "{ \"households\": 121 }", "retention.households is months, from 2 to 120")]
    [InlineData("retention", "{ \"evigt\": 1 }", "docs/units.md")]
    [InlineData("smsSender", "\"Åsinge bibl\"", "smsSender")]
    [InlineData("smsSender", "\"Asinge bibliotek\"", "smsSender")]
    [InlineData("smsSender", "\"12345\"", "smsSender")]
    [InlineData("smsSender", "\"070-174 06 05\"", "smsSender")]
    [InlineData("envelope", "\"C6\"", "C5-H2, C5-V2, C4-H2, E65-V2")]
    [InlineData("visitDays", "[\"tisdag\"]", "weekdays in English")]
    [InlineData("slotTimes", "[\"9.30\"]", "09:30")]
    [InlineData("quietTo", "\"25:00\"", "09:30")]
    [InlineData("closed", "[{\"from\":\"1 juli\",\"to\":\"2027-07-31\"}]", "2027-07-01")]
    [InlineData("name", "null", "$")] // kinds and names are the JSON reader's to tell
    [InlineData("comesUnlessNo", "\"ja\"", "$.comesUnlessNo")]
    [InlineData("quietForm", "\"20:00\"", "docs/units.md")] // misspelt
    public void Read_WrongValue_SaysWhatToMend(string property, string json, string expected)
    {
        var (rules, problem) = UnitFile.Read(Some.Unit, With(unit => unit[property] = JsonNode.Parse(json)));

        Assert.Null(rules);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ANumberAsSender_CanBeAnswered() =>
        Assert.Equal("+46701740605", Rules(With(unit => unit["smsSender"] = "+46701740605")).SmsSender);

    [Theory]
    [InlineData("name")]
    [InlineData("smsSender")]
    [InlineData("emailFrom")]
    [InlineData("phone")]
    [InlineData("returnAddress")]
    [InlineData("visitDays")]
    [InlineData("slotTimes")]
    [InlineData("visitors")]
    public void Read_MissingValue_IsRefused(string property)
    {
        var (rules, problem) = UnitFile.Read(Some.Unit, With(unit => unit.Remove(property)));

        Assert.Null(rules);
        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public void Read_NoObject_IsRefused(string json) => Assert.NotNull(UnitFile.Read(Some.Unit, json).Problem);

    private static UnitRules Rules(string json)
    {
        var (rules, problem) = UnitFile.Read(Some.Unit, json);
        Assert.Null(problem);
        return rules!;
    }

    private static string With(Action<JsonObject> change)
    {
        var unit = JsonNode.Parse(Least)!.AsObject();
        change(unit);
        return unit.ToJsonString();
    }
}
