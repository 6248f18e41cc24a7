using System.Collections.Immutable;
using System.Globalization;
using Notifieringar.Templates.Checking;
using Scriban.Runtime;

namespace Notifieringar.Templates;

/// <summary>What a text reads, to compare a translation with the Swedish text.</summary>
public static class Placeholders
{
    /// <summary>The values of the model that a text reads in its code, for example <c>visit.date</c>; branches that would not run count too.</summary>
    /// <param name="source">The text as written.</param>
    /// <returns>The names, ordered; none when the code cannot be read.</returns>
    public static ImmutableSortedSet<string> In(string source) => Of(ModelReads.In(new ParsedText(source).Page));

    /// <summary>Every value that a text may print, with an example of it, in the order that they are told of.</summary>
    /// <param name="language">BCP 47 tag of the text's language.</param>
    /// <returns>Names and examples.</returns>
    public static ImmutableArray<(string Name, string Example)> Examples(string language)
    {
        var isRightToLeft = Languages.IsRightToLeft(language);
        return
        [
            .. from root in TextModel.From(ExampleFacts.In(language))
               from member in (ScriptObject)root.Value
               let example = member.Value is PrintedValue value ? value.Plain(isRightToLeft) : Convert.ToString(member.Value, CultureInfo.InvariantCulture) ?? ""
               select ($"{root.Key}.{member.Key}", example),
        ];
    }

    internal static ImmutableSortedSet<string> Of(ModelReads reads) =>
        reads.All.Select(read => Value(read.Path)).Where(ModelPaths.Values.Contains).ToImmutableSortedSet(StringComparer.Ordinal);

    // visit.date.size reads visit.date.
    internal static string Value(string path) => string.Join('.', path.Split('.').Take(2));
}
