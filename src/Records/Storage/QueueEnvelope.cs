using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Notifieringar.Records.Storage;

/// <summary>What stands beside a message's own references, in the same JSON object: readers that do not know it pass it over, and messages without
/// it are read as before.</summary>
public static class QueueEnvelope
{
    /// <summary>The W3C trace context of the work that has put the message there.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>For how many seconds it was meant to wait, so that waiting longer is seen.</summary>
    public const string Delay = "delaySeconds";

    /// <summary>Tells whether a property is the envelope's and not the message's.</summary>
    /// <param name="property">The property's name.</param>
    /// <returns>True for the envelope's.</returns>
    public static bool Has(string property) => property is TraceParent or Delay;

    internal static string Text<T>(T message, string? traceParent, Duration? delay)
    {
        if (traceParent is null || JsonSerializer.SerializeToNode(message, JsonSerializerOptions.Web) is not JsonObject whole)
        {
            return JsonSerializer.Serialize(message, JsonSerializerOptions.Web);
        }

        whole[TraceParent] = traceParent;
        if (delay is { } wait)
        {
            whole[Delay] = (int)wait.TotalSeconds;
        }

        return whole.ToJsonString(JsonSerializerOptions.Web);
    }
}
