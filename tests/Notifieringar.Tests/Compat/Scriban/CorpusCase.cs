using System.Text.Json;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>One line of Data/cases-public.jsonl: a template and what the official engine made of it.</summary>
internal sealed record CorpusCase(string Id, string Area, JsonElement Json)
{
    private static readonly Lazy<IReadOnlyList<CorpusCase>> Loaded = new(Load);

    public static IReadOnlyList<CorpusCase> All => Loaded.Value;

    public string Template => Json.GetProperty("template").GetString()!;

    public JsonElement Expected => Json.GetProperty("expected");

    /// <summary>Whether the recorded result only holds in the local time zone it was recorded in, UTC.</summary>
    public bool NeedsUtc => Optional("env") is { } env && env.EnumerateArray().Any(name => name.ValueEquals("tz"));

    public JsonElement? Optional(string name) => Json.TryGetProperty(name, out var value) ? value : null;

    public JsonElement? Option(string name) =>
        Json.TryGetProperty("options", out var options) && options.TryGetProperty(name, out var value) ? value : null;

    private static List<CorpusCase> Load() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Compat", "Scriban", "Data", "cases-public.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(json => new CorpusCase(json.GetProperty("id").GetString()!, json.GetProperty("area").GetString()!, json))];
}
