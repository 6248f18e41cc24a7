using System.Text.RegularExpressions;

namespace Notifieringar.Tests.Infra;

public sealed partial class AlertsTests
{
    private static readonly string Alerts = new BicepFile("alerts.bicep").Text;
    private static readonly string Operations = Path.Combine(RepositoryFiles.Root, "docs", "operations.md");

    public static TheoryData<string> Names => [.. LogRule().Matches(Alerts).Concat(Named().Matches(Alerts)).Select(match => match.Groups["name"].Value)];

    // A rule that looks for a sentence nobody writes any more would be silent for ever.
    [Fact]
    public void EverySentenceThatARuleLooksFor_IsOneThatTheAppWrites()
    {
        var sources = string.Concat(RepositoryFiles.ProductSources.Select(File.ReadAllText));
        var sentences = Sentence().Matches(Alerts).Select(match => match.Groups["text"].Value).Where(text => !Status().IsMatch(text)).ToList();

        Assert.True(sentences.Count >= 9);
        Assert.All(sentences, sentence => Assert.Contains(sentence, sources, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryAlert_HasARowThatSaysWhatToDo(string name)
    {
        var row = Assert.Single(File.ReadAllLines(Operations), line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal));
        Assert.Matches(@"\]\([^)]*#[\w-]+\) \|$", row); // LinksTests: it leads somewhere
    }

    [Fact]
    public void EveryAlertOfThePage_IsMade() => Assert.Equal(
        Names.Select(row => (string)row.Data).Order(),
        Row().Matches(File.ReadAllText(Operations)).Select(match => match.Groups["name"].Value).Order());

    [GeneratedRegex("^    name: '(?<name>\\w+)'$", RegexOptions.Multiline)]
    private static partial Regex LogRule();

    [GeneratedRegex(@"^resource (?<name>down|receipts|budget) ", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex("\"(?<text>[^\"]+)\"")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex Status();

    [GeneratedRegex(@"^\| `(?<name>[a-z]+)` \| (at once|the same day|this week|look) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
