using System.Text.Json;

namespace Notifieringar.LocalHost.Triggers;

/// <summary>Reads a handler's answer as strictly as the Functions host: JSON, an object, never empty.</summary>
internal static class InvocationAnswer
{
    public static InvocationOutcome Read(int status, string? mediaType, string body, Action<string> logLine)
    {
        if (status is < 200 or > 299)
        {
            return new(InvocationResult.Failed, $"status {status}: {FirstLine(body)}");
        }

        if (string.IsNullOrWhiteSpace(body) || body.Trim() == "null")
        {
            return new(InvocationResult.WrongAnswer, "the answer is empty: the Functions host would wait for it until functionTimeout");
        }

        if (mediaType is not ("application/json" or "text/json"))
        {
            return new(InvocationResult.WrongAnswer, $"the answer is {mediaType ?? "of no media type"}, not application/json");
        }

        try
        {
            using var answer = JsonDocument.Parse(body);
            return ReadObject(answer.RootElement, logLine);
        }
        catch (JsonException)
        {
            return new(InvocationResult.WrongAnswer, "the answer is not JSON");
        }
    }

    private static InvocationOutcome ReadObject(JsonElement answer, Action<string> logLine)
    {
        if (answer.ValueKind != JsonValueKind.Object)
        {
            return new(InvocationResult.WrongAnswer, "the answer is not a JSON object");
        }

        foreach (var property in answer.EnumerateObject().Where(IsLogs))
        {
            if (property.Value.ValueKind != JsonValueKind.Array)
            {
                return new(InvocationResult.WrongAnswer, "Logs is not a list");
            }

            foreach (var line in property.Value.EnumerateArray())
            {
                logLine(line.ToString());
            }
        }

        return new(InvocationResult.Succeeded);
    }

    private static bool IsLogs(JsonProperty property) =>
        property.Name.Equals("logs", StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null;

    private static string FirstLine(string body) => body.Split('\n', 2)[0].Trim() is { Length: > 200 } longLine ? longLine[..200] : body.Split('\n', 2)[0].Trim();
}
