using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Notifieringar.Templates;

/// <summary>What a text reads, to compare a translation with the Swedish text.</summary>
public static partial class Placeholders
{
    /// <summary>The names of the model a text mentions in its code, for example <c>visit.date</c>.</summary>
    /// <param name="source">The text as written.</param>
    /// <returns>The names, ordered.</returns>
    public static ImmutableSortedSet<string> In(string source) =>
        Code().Matches(source)
            .SelectMany(code => Name().Matches(Quoted().Replace(code.Value, "")))
            .Select(name => name.Value)
            .ToImmutableSortedSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("""
        "[^"]*"|'[^']*'
        """)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:guardian|children|visit|sender|answer)\.[a-z_]+")]
    private static partial Regex Name();
}
