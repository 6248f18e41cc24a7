using System.Collections.Immutable;
using System.Text.Json;
using Notifieringar.Model;

namespace Notifieringar.Templates;

/// <summary>The programmes this version ships with.</summary>
public static class ShippedProgrammes
{
    private const string SchemaPath = "Programmes/programme.schema.json";

    /// <summary>What a programme may hold, as JSON Schema.</summary>
    public static string Schema { get; } = Embedded.Read(SchemaPath);

    /// <summary>All of them, ordered by id.</summary>
    public static ImmutableArray<Programme> All { get; } =
        [.. Embedded.PathsUnder("Programmes/", ".json").Where(path => path != SchemaPath).Select(Read)];

    /// <summary>The JSON of each, by the programme's id, as it is put into the Programmes table.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } = Embedded.PathsUnder("Programmes/", ".json")
        .Where(path => path != SchemaPath)
        .ToDictionary(path => Read(path).Id, Embedded.Read, StringComparer.Ordinal);

    /// <summary>Which programme's texts a programme uses where it has none of its own.</summary>
    internal static IReadOnlyDictionary<string, string> TextsFrom { get; } = Sources
        .Select(source => (source.Key, From: JsonDocument.Parse(source.Value).RootElement.TryGetProperty("textsFrom", out var from) ? from.GetString() : null))
        .Where(pair => pair.From is not null)
        .ToDictionary(pair => pair.Key, pair => pair.From!, StringComparer.Ordinal);

    private static Programme Read(string path) => ProgrammeFile.Read(Embedded.Read(path)) switch
    {
        ProgrammeOutcome.Read read => read.Programme,
        ProgrammeOutcome.Invalid invalid =>
            throw new InvalidOperationException($"{path} is not a programme. {string.Join("; ", invalid.Problems)}"),
        _ => throw new InvalidOperationException(path),
    };
}
