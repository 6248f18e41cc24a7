using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Notifieringar.Delivery;

/// <summary>Reads what providers post to our hooks. What comes from outside may be anything: nothing here throws.</summary>
internal static class HookJson
{
    // A year that a provider's clock and our tables can both hold.
    private static readonly Instant Earliest = Instant.FromUtc(2020, 1, 1, 0, 0);
    private const long LastSecond = 253_402_300_799; // of year 9999
    private static readonly Duration ClockSkew = Duration.FromDays(1);

    /// <summary>The events of a body; null when it is not a JSON array.</summary>
    public static JsonDocument? Events(ReadOnlyMemory<byte> body)
    {
        JsonDocument? read = null;
        try
        {
            read = JsonDocument.Parse(body);
            if (read.RootElement.ValueKind == JsonValueKind.Array)
            {
                return read;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        read.Dispose();
        return null;
    }

    /// <summary>A text, found by its name in any case: the provider's own sample and schema differ.</summary>
    public static string? Text(JsonElement holder, string name) =>
        Find(holder, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A property, found by its name in any case.</summary>
    public static JsonElement? Find(JsonElement holder, string name)
    {
        if (holder.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in holder.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }

        return null;
    }

    /// <summary>A moment; the moment of reading when it is missing or cannot be true.</summary>
    public static Instant Moment(string? text, Instant now) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Credible(Instant.FromDateTimeOffset(moment), now)
            : now;

    /// <summary>A moment in Unix seconds; the moment of reading when it is missing or cannot be true.</summary>
    public static Instant Moment(JsonElement? seconds, Instant now) =>
        seconds is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) && value is > 0 and < LastSecond
            ? Credible(Instant.FromUnixTimeSeconds(value), now)
            : now;

    private static Instant Credible(Instant moment, Instant now) => moment < Earliest || moment > now + ClockSkew ? now : moment;
}
