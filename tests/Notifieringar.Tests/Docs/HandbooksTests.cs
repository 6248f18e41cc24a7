using System.Text.Json;
using System.Text.RegularExpressions;
using Notifieringar.Templates.Checking;

namespace Notifieringar.Tests.Docs;

/// <summary>The handbooks quote the pages; who reads them looks for those very words.</summary>
public sealed partial class HandbooksTests
{
    // Emphasised, and not words of a page: examples of what is written, said or printed.
    private static readonly string[] Examples = ["så här", "tisdag 4 mars", "ringde själv", "klockan", "kl."];

    private static readonly List<string> Words =
    [
        .. from file in Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "src", "Web", "Staff", "Texts"), "*.json")
           where Path.GetFileName(file) is var name && (name == "sv.json" || name.EndsWith(".sv.json", StringComparison.Ordinal))
           from word in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!.Values
           select word,
    ];

    public static TheoryData<string, string> Quoted => [.. from page in (string[])["handbok.md", "mallar.md"] from word in QuotedIn(page) select new TheoryDataRow<string, string>(page, word)];

    [Theory]
    [MemberData(nameof(Quoted))]
    public void AWordOfAPage_IsOnAPage(string page, string word) =>
        Assert.True(Words.Exists(text => text == word || text.Contains(word, StringComparison.Ordinal)), $"{page}: no page says '{word}'.");

    [Fact]
    public void EveryFinding_IsExplained()
    {
        var codes = typeof(TextFindingCode).GetFields().Select(field => (string)field.GetValue(null)!).ToList();
        var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "mallar.md"));

        Assert.True(codes.Count > 10);
        Assert.All(codes, code => Assert.Contains($"`{code}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryFieldOfAProgramme_ThatIsNamed_IsThere()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "mallar.md"));
        var fields = Field().Matches(page[page.IndexOf("| fält |", StringComparison.Ordinal)..]).Select(match => match.Groups["name"].Value).Where(name => name is not "D0" and not "D3").ToList();
        var schema = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src", "Templates", "Programmes", "programme.schema.json"));

        Assert.True(fields.Count >= 10);
        Assert.All(fields, field => Assert.Contains($"\"{field}\"", schema, StringComparison.Ordinal));
    }

    private static IEnumerable<string> QuotedIn(string page) => Emphasis()
        .Matches(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", page)))
        .Select(match => Space().Replace(match.Groups["word"].Value, " "))
        .Except(Examples)
        .Distinct();

    [GeneratedRegex(@"(?<![*\w])\*(?<word>[^*\s][^*]*?)\*(?![*\w])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("`(?<name>\\w+)`")]
    private static partial Regex Field();
}
