using System.Text.RegularExpressions;

namespace Notifieringar.Tests.Infra;

/// <summary>A Bicep file, as it is written: what a compiler does not look at.</summary>
internal sealed partial class BicepFile
{
    public BicepFile(string name)
    {
        Text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "infra", name));
        Code = Comment().Replace(Text, "");
    }

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "infra"), "*.bicep").Select(path => Path.GetFileName(path))];

    public string Text { get; }

    /// <summary>Without comments.</summary>
    public string Code { get; }

    /// <summary>What may or must be given: name, whether it is secure, and whether it has a value of its own.</summary>
    public IReadOnlyList<(string Name, bool IsSecure, bool HasDefault)> Parameters =>
        [.. Parameter().Matches(Code).Select(match => (match.Groups["name"].Value, match.Groups["decorators"].Value.Contains("@secure()", StringComparison.Ordinal), match.Groups["value"].Success))];

    /// <summary>The function app's settings and what is written for each.</summary>
    public IReadOnlyDictionary<string, string> AppSettings =>
        Setting().Matches(Code).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    [GeneratedRegex(@"(?<=^|\s)//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<decorators>(^@[^\n]*\n)*)^param (?<name>\w+) \w+( = (?<value>[^\n]+))?", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^ +\{ name: '(?<name>\w+)', value: (?<value>[^\n]+) \}", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
