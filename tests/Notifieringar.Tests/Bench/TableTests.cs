using System.Text.Json.Nodes;
using Notifieringar.Bench.Tables;

namespace Notifieringar.Tests.Bench;

public sealed class TableTests
{
    private static readonly Row Fast = new("sent", 3_000, "notices/s") { Baseline = new Baseline(150, "one at a time"), Target = Target.AtLeast(1_500) };
    private static readonly Row Heavy = new("memory", 250, "MB") { Target = Target.AtMost(200) };
    private static readonly Row Plain = new("visits", 12, "planned");

    [Fact]
    public void Of_ABaselineAndATarget_ShowsRatioShareAndVerdict()
    {
        var lines = TableText.Of(new Measurement("campaign", "all of them", [Fast, Heavy, Plain]) { Notes = ["A note."] }).Split('\n');

        Assert.Equal("campaign – all of them", lines[0]);
        Assert.Equal("          figure  unit       baseline  ratio   target  share          the baseline is", lines[1]);
        Assert.Equal("  sent     3,000  notices/s       150   20.0  ≥ 1,500  200 %  met     one at a time", lines[2].Replace("%", " %", StringComparison.Ordinal).Replace("  %", " %", StringComparison.Ordinal));
        Assert.Contains("MISSED", lines[3], StringComparison.Ordinal);
        Assert.Equal("  visits    12.0  planned", lines[4]);
        Assert.Equal("  A note.", lines[5]);
    }

    [Theory]
    [InlineData(1234567.8, "1,234,568")]
    [InlineData(100, "100")]
    [InlineData(12.34, "12.3")]
    [InlineData(1.234, "1.23")]
    [InlineData(0.01234, "0.012")]
    [InlineData(0, "0.00")]
    [InlineData(-12.34, "-12.3")]
    public void Number_OfAnySize_HasDigitsThatCount(double figure, string shown) => Assert.Equal(shown, TableText.Number(figure));

    [Fact]
    public void IsMet_WhatMustBeReachedAndWhatMustNotBePassed_AreJudgedTheirOwnWay()
    {
        Assert.True(Fast.IsMet);
        Assert.False(Heavy.IsMet);
        Assert.Null(Plain.IsMet);
        Assert.True((Heavy with { Figure = 200 }).IsMet);
        Assert.False((Fast with { Figure = 1_499 }).IsMet);
    }

    [Fact]
    public void Ratio_WithoutABaselineOrOfNothing_IsNone()
    {
        Assert.Equal(20, Fast.Ratio);
        Assert.Null(Heavy.Ratio);
        Assert.Null((Plain with { Baseline = new Baseline(0, "nothing") }).Ratio);
    }

    [Fact]
    public void Json_OfTables_HasWhatATableHas()
    {
        var json = TableJson.Of([(new Measurement("campaign", "all of them", [Fast, Heavy, Plain]), TimeSpan.FromSeconds(2.34))]);

        var table = JsonNode.Parse(json)!["tables"]!.AsArray().Single()!;
        var row = table["rows"]![0]!;
        Assert.Equal("campaign", (string?)table["name"]);
        Assert.Equal(2.3, (double)table["seconds"]!);
        Assert.Equal((3_000, "notices/s", 150, "one at a time", 20), ((int)row["figure"]!, (string?)row["unit"], (int)row["baseline"]!, (string?)row["baselineIs"], (int)row["ratio"]!));
        Assert.Equal((1_500, 2, true), ((int)row["atLeast"]!, (int)row["share"]!, (bool)row["met"]!));
        Assert.Equal(200, (int)table["rows"]![1]!["atMost"]!);
        Assert.Null(table["rows"]![2]!["ratio"]);
    }

    [Fact]
    public void Json_ReadAgain_IsTheSame()
    {
        var json = TableJson.Of([(new Measurement("campaign", "all of them", [Fast, Heavy]), TimeSpan.FromSeconds(1))]);

        var read = TableJson.Read(json);

        Assert.Equal([RowOfFile.Of(Fast), RowOfFile.Of(Heavy)], read.Tables[0].Rows);
    }
}
