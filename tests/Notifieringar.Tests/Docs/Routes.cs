using System.Text.RegularExpressions;

namespace Notifieringar.Tests.Docs;

/// <summary>The addresses that the function app answers, as its attributes say.</summary>
internal static partial class Routes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        .. from file in Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "src", "Functions"), "*.cs")
           from match in Trigger().Matches(File.ReadAllText(file))
           select new Route([.. Method().Matches(match.Groups["methods"].Value).Select(method => method.Groups["name"].Value)], match.Groups["route"].Value),
    ];

    [GeneratedRegex("HttpTrigger\\(AuthorizationLevel\\.\\w+,(?<methods>[^)]*)Route = \"(?<route>[^\"]+)\"")]
    private static partial Regex Trigger();

    [GeneratedRegex("\"(?<name>\\w+)\"")]
    private static partial Regex Method();
}

/// <summary>What one function answers.</summary>
/// <param name="Methods">In lower case.</param>
/// <param name="Template">Such as <c>units/{unit}</c>.</param>
internal sealed record Route(string[] Methods, string Template)
{
    public bool Matches(string path)
    {
        var wanted = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parts = Template.Split('/');
        var needed = parts.Count(part => !part.EndsWith("?}", StringComparison.Ordinal) && !part.StartsWith("{*", StringComparison.Ordinal));
        return wanted.Length >= needed
            && (wanted.Length <= parts.Length || parts[^1].StartsWith("{*", StringComparison.Ordinal))
            && parts.Zip(wanted).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }
}
