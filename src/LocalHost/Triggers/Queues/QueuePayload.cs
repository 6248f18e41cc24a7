using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>What the Functions host posts for a queue message: the text encoded twice, and its properties as metadata.</summary>
internal static class QueuePayload
{
    public static JsonObject Build(string functionName, string bindingName, QueueMessageRead message, DateTimeOffset now)
    {
        var metadata = new JsonObject
        {
            ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
            ["ExpirationTime"] = Moment(message.ExpiresOn),
            ["Id"] = InvocationJson.Twice(message.Id),
            ["InsertionTime"] = Moment(message.InsertedOn),
            ["NextVisibleTime"] = Moment(message.NextVisibleOn),
            ["PopReceipt"] = InvocationJson.Twice(message.PopReceipt),
            ["sys"] = InvocationJson.Sys(functionName, now),
        };
        MergeMessageProperties(metadata, message.Text);
        return new JsonObject
        {
            ["Data"] = new JsonObject { [bindingName] = InvocationJson.Twice(message.Text) },
            ["Metadata"] = metadata,
        };
    }

    /// <summary>
    /// The host takes a JSON message's own top-level values and objects (not its lists) for binding data, and lets them
    /// overwrite the queue's, whatever the case of their letters.
    /// </summary>
    private static void MergeMessageProperties(JsonObject metadata, string text)
    {
        if (!TryParseObject(text, out var message))
        {
            return;
        }

        foreach (var (name, value) in message)
        {
            if (value is JsonArray)
            {
                continue;
            }

            var known = metadata.FirstOrDefault(entry => entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Key;
            metadata[known ?? name] = value is JsonObject ? value.DeepClone() : InvocationJson.Twice(Scalar(value));
        }
    }

    private static bool TryParseObject(string text, out JsonObject message)
    {
        message = [];
        if (!text.TrimStart().StartsWith('{'))
        {
            return false;
        }

        try
        {
            message = JsonNode.Parse(text) as JsonObject ?? [];
            return message.Count > 0;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static string? Scalar(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.True => bool.TrueString,
        JsonValueKind.False => bool.FalseString,
        _ => value.ToString(),
    };

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
