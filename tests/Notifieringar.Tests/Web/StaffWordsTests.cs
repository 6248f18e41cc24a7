using System.Reflection;
using System.Text.RegularExpressions;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Storage;
using Notifieringar.Templates;
using Notifieringar.Web.Staff;
using Notifieringar.Web.Staff.Pages;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Campaigns;

namespace Notifieringar.Tests.Web;

/// <summary>Every word that staff's pages ask for is there, and no other.</summary>
public sealed partial class StaffWordsTests
{
    private static readonly StaffWords Words = StaffWords.Swedish;

    [Fact]
    public void EveryReasonStateAndChannel_HasItsWord()
    {
        var named = Enum.GetNames<SkipReason>().Select(name => $"reason.{name}")
            .Concat(Enum.GetNames<NoticeState>().Select(name => $"notice.{name}"))
            .Concat(Enum.GetNames<CampaignState>().Select(name => $"state.{name}"))
            .Concat(Enum.GetNames<Channel>().Select(name => $"channel.{name}"))
            .Concat(StaffView.Pages.Select(page => $"{page}.menu"))
            .Concat(Enum.GetNames<CampaignMistake>().Select(name => $"utskick.mistake.{name}"))
            .Concat(Enum.GetNames<CampaignRefusal>().Select(name => $"said.campaign-{name}"))
            .Concat(SendCampaignTest.Families.Select(name => $"utskick.family.{name}"))
            .Concat(ShippedProgrammes.All.Where(CampaignNeeds.IsFor).SelectMany(one => one.Steps).Where(step => step.IsPlanned).Select(step => $"utskick.step.{step.Id}"))
            .Concat(ShippedProgrammes.All.Where(CampaignNeeds.IsFor).Select(one => $"utskick.kind.{one.Occasion.Kind}"))
            .Concat(Enum.GetNames<PersonKind>().Select(name => $"utskick.for.{name}"))
            .Concat(Enum.GetNames<ProgrammeFault>().Select(name => $"programfel.{name}"))
            .Concat(Enum.GetValues<ImportState>().Except([ImportState.Checked, ImportState.Confirmed]).Select(state => $"import.{ImportReport.NameOf(state)}"));

        Assert.Empty(named.Except(Words.Keys));
    }

    [Fact]
    public void EveryProblem_HasItsWords()
    {
        var queues = typeof(Queues).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)
            .Where(queue => queue != Queues.Poison).Select(queue => $"problem.failed.{queue}");
        var reasons = ReadProblems.Reasons.SelectMany(reason => new[] { $"problem.what.{reason}", $"problem.do.{reason}" });

        Assert.Empty(queues.Concat(reasons).Except(Words.Keys));
    }

    [Fact]
    public void EveryWordInAPage_IsThere()
    {
        var pages = Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "src", "Web", "Staff", "Pages"), "*.razor");
        var asked = pages.SelectMany(page => Asked().Matches(File.ReadAllText(page))).Select(match => match.Groups["key"].Value).ToList();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(Words.Keys));
    }

    [Fact]
    public void English_SaysAllThatSwedishSays_WithTheSameValues()
    {
        Assert.Empty(Words.Keys.Order(StringComparer.Ordinal).Except(StaffWords.English.Keys));
        Assert.Empty(StaffWords.English.Keys.Except(Words.Keys));
        Assert.All(Words.Keys, key => Assert.True(Values(Words[key]).SetEquals(Values(StaffWords.English[key])), key));
    }

    [Fact]
    public void AnUnknownWord_IsAFaultOfOurs_AndOneFromAnAddressIsNothing()
    {
        Assert.Throws<KeyNotFoundException>(() => Words["said.<script>"]);
        Assert.Null(Words.Find("said.<script>"));
    }

    private static HashSet<string> Values(string phrase) => [.. Value().Matches(phrase).Select(match => match.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Value();

    [GeneratedRegex("Words(?:\\.With\\(|\\[)\"(?<key>[^\"]+)\"")]
    private static partial Regex Asked();
}
