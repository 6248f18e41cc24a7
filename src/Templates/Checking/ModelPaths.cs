using System.Collections.Frozen;
using Scriban.Runtime;

namespace Notifieringar.Templates.Checking;

/// <summary>The names a text may read and call; docs/templates-model.md lists them.</summary>
internal static class ModelPaths
{
    private static readonly ScriptObject Example = TextModel.From(ExampleFacts.In("sv"));

    /// <summary>The objects, for example <c>visit</c>.</summary>
    public static FrozenSet<string> Roots { get; } = Example.Keys.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The values, for example <c>visit.date</c>.</summary>
    public static FrozenSet<string> Values { get; } = Example
        .SelectMany(root => ((ScriptObject)root.Value).Keys.Select(member => $"{root.Key}.{member}"))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The functions and the objects that hold them, for example <c>raw</c>, <c>string</c> and <c>string.upcase</c>.</summary>
    public static FrozenSet<string> Functions { get; } = TextFunctions.Shared
        .SelectMany(root => root.Value is ScriptObject group ? group.Keys.Select(name => $"{root.Key}.{name}").Append(root.Key) : [root.Key])
        .ToFrozenSet(StringComparer.Ordinal);
}
