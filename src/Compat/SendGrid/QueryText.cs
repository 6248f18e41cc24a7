using System.Text.Json;

namespace SendGrid;

/// <summary>Turns the JSON form of a query, {"limit":1,"id":["a","b"]}, into its URL form.</summary>
internal static class QueryText
{
    public static string From(string json)
    {
        if (json is null)
        {
            return string.Empty;
        }

        using var query = JsonDocument.Parse(json);
        var pairs = query.RootElement.EnumerateObject().SelectMany(property => Values(property.Value)
            .Select(value => $"{Uri.EscapeDataString(property.Name)}={Uri.EscapeDataString(value.ToString())}"));
        return "?" + string.Join('&', pairs);
    }

    private static IEnumerable<JsonElement> Values(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
}
