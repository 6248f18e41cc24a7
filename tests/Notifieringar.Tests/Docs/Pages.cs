using System.Text.RegularExpressions;

namespace Notifieringar.Tests.Docs;

/// <summary>Everything that is written for people: the pages of the repository, and what stands in them.</summary>
internal static partial class Pages
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.GetFiles(RepositoryFiles.Root, "*.md"),
        .. Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "docs"), "*.md", SearchOption.AllDirectories),
        .. Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "infra"), "*.md"),
    ];

    /// <summary>The lines of a page's <c>sh</c> blocks, continued lines joined, without their comments; and what to run that stands in a sentence.</summary>
    public static IEnumerable<string> Commands(string page) => InBlocks(page).Concat(Inline().Matches(WithoutCode(page)).Select(match => match.Groups["code"].Value));

    /// <summary>What may be linked to in a page: its headings as GitHub names them.</summary>
    public static IReadOnlySet<string> Anchors(string page) =>
        Heading().Matches(WithoutCode(page)).Select(match => Anchor(match.Groups["text"].Value)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The targets of links and pictures that are not addresses on the net.</summary>
    public static IEnumerable<string> Links(string page) => Link().Matches(WithoutCode(page))
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    public static string Name(string page) => Path.GetRelativePath(RepositoryFiles.Root, page);

    private static IEnumerable<string> InBlocks(string page) =>
        from block in Shell().Matches(File.ReadAllText(page))
        from line in block.Groups["code"].Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        let command = Comment().Replace(line, "").Trim()
        where command.Length > 0
        select command;

    private static string WithoutCode(string page) => Code().Replace(File.ReadAllText(page), "");

    private static string Anchor(string heading) => Dropped().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"^ *```sh\n(?<code>.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Shell();

    [GeneratedRegex("`(?<code>dotnet (run|test)[^`\n]*)`")]
    private static partial Regex Inline();

    [GeneratedRegex(@"(^|\s)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\p{L}\p{N}_\- ]")]
    private static partial Regex Dropped();
}
