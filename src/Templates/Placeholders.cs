using System.Collections.Immutable;
using Notifieringar.Templates.Checking;

namespace Notifieringar.Templates;

/// <summary>What a text reads, to compare a translation with the Swedish text.</summary>
public static class Placeholders
{
    /// <summary>The values of the model that a text reads in its code, for example <c>visit.date</c>; branches that would not run count too.</summary>
    /// <param name="source">The text as written.</param>
    /// <returns>The names, ordered; none when the code cannot be read.</returns>
    public static ImmutableSortedSet<string> In(string source) => Of(ModelReads.In(new ParsedText(source).Page));

    internal static ImmutableSortedSet<string> Of(ModelReads reads) =>
        reads.All.Select(read => Value(read.Path)).Where(ModelPaths.Values.Contains).ToImmutableSortedSet(StringComparer.Ordinal);

    // visit.date.size reads visit.date.
    internal static string Value(string path) => string.Join('.', path.Split('.').Take(2));
}
