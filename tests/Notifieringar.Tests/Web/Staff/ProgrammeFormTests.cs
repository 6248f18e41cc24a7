using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Notifieringar.Templates;
using Notifieringar.Web.Staff;
using Notifieringar.Web.Staff.Settings;

namespace Notifieringar.Tests.Web.Staff;

public sealed class ProgrammeFormTests
{
    public static TheoryData<string> Shipped { get; } = [.. ShippedProgrammes.Sources.Keys];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Write_AFormThatNobodyChanged_LeavesTheProgrammeAsItIs(string id)
    {
        var programme = Parsed(id);

        ProgrammeForm.Write(programme, Sent(programme));

        Assert.True(JsonNode.DeepEquals(Parsed(id), programme), programme.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Of_EveryFieldAndChoice_HasWordsInBothLanguages(string id)
    {
        var fields = ProgrammeForm.Of(Parsed(id));

        var keys = fields.Select(field => field.Label).Concat(fields.SelectMany(field => field.Choices.Select(field.LabelOf))).Distinct();
        Assert.All([StaffWords.Swedish, StaffWords.English], words => Assert.DoesNotContain(keys, key => words.Find(key) is null));
        Assert.Equal(fields.Length, fields.Select(field => field.Id).Distinct().Count());
    }

    [Fact]
    public void Write_WhatWasChanged_IsThere_AndWhatWasEmptiedIsLeftOut()
    {
        var programme = Parsed("sprakstart-6");
        var sent = Sent(programme, ("$.touches", "2"), ("$.steps[0].at", ""), ("$.steps[1].ladder[0].channel", "email"), ("$.steps[3].offset.hours", "-72"));

        ProgrammeForm.Write(programme, sent);

        Assert.Equal(2, programme["touches"]!.GetValue<int>());
        Assert.False(programme["steps"]![0]!.AsObject().ContainsKey("at"));
        Assert.Equal("email", programme["steps"]![1]!["ladder"]![0]!["channel"]!.ToString());
        Assert.Equal(-72, programme["steps"]![3]!["offset"]!["hours"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("$.touches", "många")]
    [InlineData("$.name", "")]
    [InlineData("$.occasion.minutes", "-5")]
    [InlineData("$.steps[0].validFor.days", "1,5")]
    [InlineData("$.steps[0].at", "9:00")]
    [InlineData("$.audience.visit.ageMonths", "")]
    public void Write_WhatCannotBe_IsNamedByTheCheckAtItsField_AndStandsAsItWasTyped(string path, string typed)
    {
        var programme = Parsed("sprakstart-6");

        ProgrammeForm.Write(programme, Sent(programme, (path, typed)));

        var invalid = Assert.IsType<ProgrammeOutcome.Invalid>(ProgrammeFile.Read(programme.ToJsonString()));
        Assert.Contains(invalid.Problems, problem => problem.Path == path);
        var field = ProgrammeForm.Of(programme).Single(field => field.Path == path);
        Assert.Equal(typed, string.Join("", field.Values));
    }

    [Fact]
    public void Write_AFlag_IsTrueOrLeftOut()
    {
        var programme = Parsed("sprakstart-6");
        ProgrammeForm.Write(programme, Sent(programme, ("$.steps[0].touch", null), ("$.steps[1].urgent", "ja")));

        Assert.False(programme["steps"]![0]!.AsObject().ContainsKey("touch"));
        Assert.True(programme["steps"]![1]!["urgent"]!.GetValue<bool>());
    }

    private static JsonObject Parsed(string id) => JsonNode.Parse(ShippedProgrammes.Sources[id])!.AsObject();

    // As a browser sends it: a box that is not ticked is not sent.
    private static FormCollection Sent(JsonObject programme, params (string Path, string? Value)[] changed)
    {
        var values = ProgrammeForm.Of(programme)
            .Where(field => field.Kind is not ProgrammeFieldKind.Flag || field.Values is ["true"])
            .ToDictionary(field => field.Path, field => field.Kind is ProgrammeFieldKind.Flag ? new StringValues("ja") : new StringValues([.. field.Values]), StringComparer.Ordinal);
        foreach (var (path, value) in changed)
        {
            values.Remove(path);
            if (value is not null)
            {
                values[path] = value;
            }
        }

        return new FormCollection(values);
    }
}
