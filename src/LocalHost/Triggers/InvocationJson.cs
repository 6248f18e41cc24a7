using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notifieringar.LocalHost.Triggers;

/// <summary>The JSON habits of the Functions host, shared by all triggers.</summary>
internal static class InvocationJson
{
    /// <summary>The host leaves å, é and &lt; as they are.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The host serialises every text once more before it puts it into the body, so a handler sees it encoded twice.</summary>
    public static JsonValue Twice(string? text) => JsonValue.Create(JsonSerializer.Serialize(text, Options));

    public static JsonObject Sys(string functionName, DateTimeOffset now) => new()
    {
        ["MethodName"] = functionName,
        ["UtcNow"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        ["RandGuid"] = Guid.NewGuid().ToString(),
    };
}
