using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>The official client's JSON: properties in their fixed order, nulls left out, HTML's five characters escaped.</summary>
internal static class MessageJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = new HtmlSafeEncoder(),
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}
