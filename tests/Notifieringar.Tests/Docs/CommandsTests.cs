using System.Text.RegularExpressions;
using Notifieringar.LocalHost.Commands;

namespace Notifieringar.Tests.Docs;

/// <summary>What the pages tell people to type: it names projects, options, files and addresses that are there.</summary>
public sealed partial class CommandsTests
{
    // Programs of others: only the files they name can be looked at here.
    private static readonly string[] Others = ["az", "azd", "for", "openssl", "npm", "gh", "rm", "unzip", "export", "read"];

    public static TheoryData<string, string> All =>
        [.. Pages.All.SelectMany(page => Pages.Commands(page).Select(command => (Pages.Name(page), command))).Distinct().Select(row => new TheoryDataRow<string, string>(row.Item1, row.command))];

    [Theory]
    [MemberData(nameof(All))]
    public async Task ACommand_NamesWhatIsThere(string page, string command)
    {
        var words = Words().Matches(command).Select(match => match.Value.Trim('"')).ToArray();
        var wrong = words switch
        {
            ["dotnet", "run", .. var rest] => await WrongRunAsync(rest),
            ["dotnet", "test", ..] => null,
            ["curl", .. var rest] => WrongCall(rest) ?? MissingFile(rest),
            [var assignment, ..] when Assignment().IsMatch(assignment) => null,
            [var program, ..] when program.Contains('/', StringComparison.Ordinal) => Missing(program),
            [var program, .. var rest] when Others.Contains(program) => MissingFile(rest),
            _ => "is a program that this test does not know",
        };

        Assert.True(wrong is null, $"{page}: {command}\n{wrong}");
    }

    [Fact]
    public void TheCheck_SeesWhatIsWrong()
    {
        Assert.NotNull(WrongCall(["-X", "PUT", "$URL/unit/asinge"]));
        Assert.NotNull(WrongCall(["-X", "DELETE", "$URL/units/asinge"]));
        Assert.Null(WrongCall(["-X", "PUT", "$URL/units/asinge"]));
        Assert.NotNull(MissingFile(["-f", "infra/mian.bicep"]));
        Assert.NotNull(MissingFile(["--data", "@demo/asnige.json"]));
        Assert.Null(MissingFile(["--data", "@demo/asinge.json"]));
    }

    [Theory]
    [InlineData("--project src/LocalHost -- publish --output x", true)]
    [InlineData("--project src/LocalHost -- publish --outptu x", false)]
    [InlineData("--project src/LocalHost -- publsih", false)]
    [InlineData("--project src/Host", false)]
    [InlineData("-c Release --project bench -- rendr", false)]
    public async Task TheCheck_SeesWhatADotnetRunHasWrong(string command, bool right) =>
        Assert.Equal(right, await WrongRunAsync(command.Split(' ')) is null);

    private static async Task<string?> WrongRunAsync(string[] words)
    {
        var project = words.SkipWhile(word => word != "--project").Skip(1).FirstOrDefault() ?? "none";
        var folder = Path.Combine(RepositoryFiles.Root, project);
        if (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.csproj").Length != 1)
        {
            return $"{project} is no project.";
        }

        var known = project == "src/LocalHost" ? await HelpAsync() : Quoted(folder);
        var arguments = words.SkipWhile(word => word != "--").Skip(1).ToArray();
        return arguments.Where((word, at) => word.StartsWith("--", StringComparison.Ordinal) || at == 0).FirstOrDefault(word => !known.Contains(word)) is { } unknown
            ? $"{project} does not know {unknown}."
            : null;
    }

    // Every word of the help; of other programs, every text that stands in their code.
    private static async Task<IReadOnlySet<string>> HelpAsync()
    {
        using var help = new StringWriter();
        await CommandLine.RunAsync(["help"], help, TextWriter.Null, CancellationToken.None);
        return help.ToString().Split([' ', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> Quoted(string folder) => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => QuotedText().Matches(File.ReadAllText(file))).Select(match => match.Groups["text"].Value).ToHashSet(StringComparer.Ordinal);

    private static string? WrongCall(string[] words)
    {
        var method = words.SkipWhile(word => word != "-X").Skip(1).FirstOrDefault()?.ToLowerInvariant() ?? "get";
        var path = words.Select(word => Address().Match(word)).First(match => match.Success).Groups["path"].Value.Split('?')[0];
        return Routes.All.Any(route => route.Methods.Contains(method) && route.Matches(path)) ? null : $"No function answers {method} {path}.";
    }

    // What is made on the way lies in artifacts; a name without a folder is the reader's own.
    private static string? MissingFile(string[] words) => words.Select(word => word.TrimStart('@'))
        .Where(word => FileName().IsMatch(word) && !word.StartsWith("artifacts/", StringComparison.Ordinal))
        .Select(Missing).FirstOrDefault(found => found is not null);

    private static string? Missing(string path) => Path.Exists(Path.Combine(RepositoryFiles.Root, path)) ? null : $"{path} is not there.";

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[A-Z_]+=")]
    private static partial Regex Assignment();

    [GeneratedRegex("\"(?<text>[^\"\\\\\n ]+)\"")]
    private static partial Regex QuotedText();

    [GeneratedRegex(@"^(localhost:\d+|\$URL|https://notis\.example\.se)/(?<path>.*)$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^[\w.-]+/[\w./-]+\.(bicep|json|csv|zip|md)$")]
    private static partial Regex FileName();
}
