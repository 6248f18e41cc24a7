using System.Text.RegularExpressions;

namespace Notifieringar.Tests;

/// <summary>Every threat in docs/threats.md names the tests that attack it, and each of them is there.</summary>
public sealed partial class ThreatsTests
{
    private static readonly string[] Rows = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "docs", "threats.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| threat", StringComparison.Ordinal))
        .ToArray();

    // What issue 7 asks for, each by a word of its row.
    private static readonly string[] Asked =
    [
        "forged", "replay", "guess", "another unit", "header", "trigger", ".NET", "memory", "formula", "markup", "mail header", "oversize", "slow", "path",
        "another site", "redirect",
    ];

    public static TheoryData<string> Named => [.. Rows.SelectMany(row => Name().Matches(row).Select(match => match.Groups["name"].Value)).Distinct()];

    [Theory]
    [MemberData(nameof(Named))]
    public void ATestThatIsNamed_Exists(string name)
    {
        var parts = name.Split('.');
        var (method, type, space) = (parts[^1], parts[^2], string.Join('.', parts[..^2]));
        var files = Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "tests"), $"{type}.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

        Assert.Contains(files, text => text.Contains($"namespace {space};", StringComparison.Ordinal)
            && Regex.IsMatch(text, $@"\[(Fact|MemberData|InlineData|ClassData)[^\]]*\]\s+public (async )?(Task|void) {method}\("));
    }

    [Fact]
    public void EveryRow_NamesATest_AndEveryAttackThatWasAskedFor_HasARow()
    {
        Assert.NotEmpty(Rows);
        Assert.All(Rows, row => Assert.Matches(Name(), row));
        Assert.All(Asked, word => Assert.Contains(Rows, row => row.Split('|')[1].Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex(@"`(?<name>Notifieringar(\.\w+){3,})`")]
    private static partial Regex Name();
}
