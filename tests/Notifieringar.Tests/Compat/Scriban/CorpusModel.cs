using System.Globalization;
using System.Text.Json;
using Scriban.Runtime;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>Builds the values that a case's JSON describes.</summary>
internal static class CorpusModel
{
    public static object? ValueOf(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                return Special(json) ?? Members(json);
            case JsonValueKind.Array:
                var items = new ScriptArray();
                foreach (var item in json.EnumerateArray())
                {
                    items.Add(ValueOf(item));
                }

                return items;
            case JsonValueKind.Number:
                var text = json.GetRawText();
                return text.AsSpan().IndexOfAny(".eE") >= 0 ? (object)json.GetDouble()
                    : json.TryGetInt32(out var number) ? number
                    : json.GetInt64();
            case JsonValueKind.String:
                return json.GetString();
            case JsonValueKind.Null:
                return null;
            default:
                return json.GetBoolean();
        }
    }

    public static ScriptObject Members(JsonElement json)
    {
        var result = new ScriptObject();
        foreach (var property in json.EnumerateObject())
        {
            result[property.Name] = ValueOf(property.Value);
        }

        return result;
    }

    private static object? Special(JsonElement json)
    {
        if (json.TryGetProperty("$date", out var date))
        {
            return Date(date.GetString()!);
        }

        if (json.TryGetProperty("$timespan", out var span))
        {
            return TimeSpan.Parse(span.GetString()!, CultureInfo.InvariantCulture);
        }

        if (json.TryGetProperty("$decimal", out var number))
        {
            return decimal.Parse(number.GetString()!, CultureInfo.InvariantCulture);
        }

        return json.TryGetProperty("$list", out var list) ? list.EnumerateArray().Select(ValueOf).ToList() : null;
    }

    private static object Date(string text)
    {
        if (text.EndsWith('Z'))
        {
            return DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        }

        var time = text.IndexOf('T', StringComparison.Ordinal);
        return time > 0 && text.AsSpan(time).IndexOfAny('+', '-') >= 0
            ? (object)DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
            : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None);
    }
}
