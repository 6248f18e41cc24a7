using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Templates.Checking;

namespace Notifieringar.Tests.Templates.Checking;

public sealed class TextCheckTests
{
    public static TheoryData<string, string> Steps =>
        [.. ShippedProgrammes.All.SelectMany(programme => programme.Steps.Select(step => (programme.Id, step.Id)))];

    [Theory]
    [MemberData(nameof(Steps))]
    public void OfStep_ShippedTexts_HaveNoErrorsAndNoneIsMissing(string programmeId, string stepId)
    {
        var programme = ShippedProgrammes.All.Single(one => one.Id == programmeId);
        var findings = TextCheck.OfStep(programme, programme.StepNamed(stepId)!, ShippedTexts.All, ShippedTexts.LanguagesOf(programmeId));

        Assert.Empty(findings.Where(finding => finding.Weight == FindingWeight.Error || finding.Code == TextFindingCode.MissingText));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void OfStep_ShippedTextsInADiscreetProgramme_TellNothing(string programmeId, string stepId)
    {
        var programme = ShippedProgrammes.All.Single(one => one.Id == programmeId) with { Discretion = Discretion.D2 };

        Assert.Empty(TextCheck.OfStep(programme, programme.StepNamed(stepId)!, ShippedTexts.All, ShippedTexts.LanguagesOf(programmeId))
            .Where(finding => finding.Weight == FindingWeight.Error));
    }

    [Fact]
    public void OfStep_MissingTexts_AreNamedByChannelAndLanguage()
    {
        var programme = ShippedProgrammes.All.Single(one => one.Id == "sprakstart-6");
        var step = programme.StepNamed("reminder")!;
        var texts = ShippedTexts.All
            .Where(text => text.Key is not ({ Channel: Channel.Sms, Language: "ar" } or { Channel: Channel.Email, Language: "sv" }))
            .ToImmutableArray();

        var missing = TextCheck.OfStep(programme, step, texts, ["sv", "en", "ar", "es"]).Where(finding => finding.Code == TextFindingCode.MissingText).ToList();

        Assert.Equal(
            [
                (Channel.Email, "sv", FindingWeight.Error), (Channel.Sms, "ar", FindingWeight.Warning), (Channel.Sms, "es", FindingWeight.Warning),
                (Channel.Email, "es", FindingWeight.Warning), (Channel.Letter, "es", FindingWeight.Warning),
            ],
            missing.Select(finding => (finding.Text.Channel, finding.Text.Language, finding.Weight)));
        Assert.Contains("العربية", missing[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void T114_Of_TranslationReadsOtherValues_SaysWhichAndWhere()
    {
        var swedish = Checks.Text("{{ visit.date }} {{ visit.time }}");
        var english = Checks.Text("Hello\n{{ visit.date }} {{ sender.phone }}", language: "en");

        var findings = TextCheck.Of(english, Discretion.D1, swedish);

        Assert.Equal("placeholder-missing@1:1 placeholder-extra@2:21", Checks.Places(findings));
        Assert.Contains("visit.time", findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("sender.phone", findings[1].Message, StringComparison.Ordinal);
        Assert.Empty(TextCheck.Of(swedish, Discretion.D1, swedish));
    }

    [Fact]
    public void Of_ManyFindings_AreInTheOrderOfTheText() =>
        Assert.Equal(
            "sms-character@1:1 unknown-name@1:6 person-phone@2:1 sms-character@2:15",
            Checks.Places(Checks.Of("– {{ visit.tid }}\n070-174 06 05 …", Channel.Sms)));

    [Fact]
    public void Of_EveryKindOfFinding_IsTwoPlainSwedishSentences()
    {
        var findings = Checks.Of("– {{ visit.tid }}{{ string.nej 1 }} 070-174 06 05, 0345-180 00, 260801-1231, soc, kurator" + new string('a', 200), Channel.Sms, discretion: Discretion.D2)
            .Concat(Checks.Of("{{ if visit.date }}'")).Concat(Checks.Of("{{ 'a }}")).Concat(Checks.Of("{{ 1 + }}")).Concat(Checks.Of("Hej", Channel.Email))
            .Concat(Checks.Of("Ж", Channel.Sms)).ToList();

        Assert.Equal(12, findings.Select(finding => finding.Code).Distinct().Count());
        Assert.All(findings, finding =>
        {
            Assert.Matches(@"^[A-ZÅÄÖ].*[.?]$", finding.Message);
            Assert.Matches(@"^[A-ZÅÄÖ].*[.?]$", finding.Remedy);
            Assert.InRange(finding.Line, 1, 1);
            Assert.True(finding.Column >= 1);
        });
    }

    public static TheoryData<string> Deep =>
    [
        "{{ x" + string.Concat(Enumerable.Repeat(".a", 40_000)) + " }}",
        "{{ 'a'" + string.Concat(Enumerable.Repeat(" | raw", 15_000)) + " }}",
        "{{ x" + string.Concat(Enumerable.Repeat("['a']", 15_000)) + " }}",
        string.Concat(Enumerable.Repeat("{{ if true }}", 3_000)) + string.Concat(Enumerable.Repeat("{{ end }}", 3_000)),
        "{{ if false }}" + string.Concat(Enumerable.Repeat("{{ else if false }}", 4_000)) + "{{ end }}",
    ];

    [Theory]
    [MemberData(nameof(Deep))]
    public void OfAndRender_DeepTrees_AreRefusedWithoutEndingTheProcess(string source)
    {
        IReadOnlyList<TextFinding> findings = [];
        RenderOutcome? outcome = null;
        ImmutableSortedSet<string> placeholders = ["not asked"];
        var thread = new Thread(
            () =>
            {
                findings = Checks.Of(source, Channel.Sms);
                outcome = SomeNotice.Render(source);
                placeholders = Placeholders.In(source);
            },
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.IsType<RenderOutcome.BrokenTemplate>(outcome);
        Assert.Empty(placeholders);
        Assert.Contains(findings, finding => finding.Code == TextFindingCode.ParseError);
    }

    [Fact]
    public void Of_SourceTooLong_IsRefusedUnread() =>
        Assert.Contains("parse-error@1:1", Checks.Places(Checks.Of(new string('x', 100_001))), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("{{")]
    [InlineData("}}{{ }}{{ end }}")]
    [InlineData("{{ visit. }}{{ .date }}")]
    [InlineData("{{ with visit; with guardian; name; date; x; end; end }}")]
    [InlineData("{{ visit[visit['date']] }}{{ (visit).date }}{{ 'a'[0] }}")]
    public void Of_AnyText_EndsWithFindings(string source) => Assert.All(
        Enum.GetValues<Channel>(), channel => Assert.NotNull(Checks.Of(source, channel, discretion: Discretion.D3)));
}
