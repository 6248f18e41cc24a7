using System.Text.RegularExpressions;

namespace Notifieringar.Tests.Infra;

/// <summary>A Bicep file, read as far as a person without a compiler reads it.</summary>
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

    /// <summary>Names that are declared: parameters, variables, resources and modules.</summary>
    public IReadOnlyList<string> Declared => [.. Declaration().Matches(Code).Select(match => match.Groups["name"].Value)];

    /// <summary>The function app's settings and what is written for each.</summary>
    public IReadOnlyDictionary<string, string> AppSettings =>
        Setting().Matches(Code).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    /// <summary>How often a name stands in the code, in strings as well.</summary>
    public int Uses(string name) => Regex.Count(Code, $@"\b{name}\b");

    /// <summary>The first bracket or quotation mark that has no fellow, or null.</summary>
    public string? Unbalanced()
    {
        var open = new Stack<char>();
        for (var at = 0; at < Code.Length; at++)
        {
            var inText = open.TryPeek(out var top) && top == '\'';
            switch (Code[at])
            {
                case '\\' when inText: at++; break;
                case '\'' when inText: open.Pop(); break;
                case '$' when inText && Code[at + 1] == '{': open.Push('}'); at++; break;
                case '\n' when inText: return $"A text without end before {Near(at)}";
                case var _ when inText: break;
                case '\'': open.Push('\''); break;
                case '{': open.Push('}'); break;
                case '[': open.Push(']'); break;
                case '(': open.Push(')'); break;
                case '}' or ']' or ')' when !open.TryPop(out var expected) || expected != Code[at]: return $"{Code[at]} before {Near(at)}";
                default: break;
            }
        }

        return open.Count == 0 ? null : $"{open.Peek()} is missing at the end";
    }

    private string Near(int at) => Code[at..Math.Min(Code.Length, at + 60)];

    [GeneratedRegex(@"(?<=^|\s)//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<decorators>(^@[^\n]*\n)*)^param (?<name>\w+) \w+( = (?<value>[^\n]+))?", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^(param|var|resource|module) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^ +\{ name: '(?<name>\w+)', value: (?<value>[^\n]+) \}", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
