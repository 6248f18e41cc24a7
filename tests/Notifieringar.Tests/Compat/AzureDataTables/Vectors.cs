using System.Text.Json;

namespace Notifieringar.Tests.Compat.AzureDataTables;

/// <summary>Golden data: what another official client sent, and the signatures it made.</summary>
internal static class Vectors
{
    public static IReadOnlyList<JsonElement> Signing { get; } = Read("tables-signing.json");

    public static IReadOnlyList<JsonElement> Http { get; } = Read("tables-http.json");

    public static JsonElement Named(string name) => Http.Single(vector => vector.GetProperty("name").GetString() == name);

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static List<JsonElement> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Compat", "AzureDataTables", "Data", file)));
        return [.. document.RootElement.Clone().GetProperty("vectors").EnumerateArray()];
    }
}
