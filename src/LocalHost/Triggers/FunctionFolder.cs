using System.Globalization;
using System.Text.Json;
using Notifieringar.LocalHost.Triggers.Queues;

namespace Notifieringar.LocalHost.Triggers;

/// <summary>A built function app's host.json and function.json files, read as the Functions host reads them.</summary>
internal sealed record FunctionFolder
{
    public required IReadOnlyList<FunctionDefinition> Functions { get; init; }

    public required QueueRules Queues { get; init; }

    /// <summary>Before every route; <c>api</c> unless host.json says otherwise.</summary>
    public required string RoutePrefix { get; init; }

    /// <summary>Not positive: no limit.</summary>
    public required TimeSpan FunctionTimeout { get; init; }

    public static FunctionFolder Read(string folder)
    {
        using var host = HostJson.Read(folder);
        var queues = At(host.RootElement, "extensions", "queues");
        return new FunctionFolder
        {
            Functions = [.. Directory.EnumerateDirectories(folder)
                .Where(function => File.Exists(Path.Combine(function, "function.json")))
                .Order(StringComparer.Ordinal)
                .Select(ReadFunction)],
            Queues = ReadQueueRules(queues),
            RoutePrefix = Text(At(host.RootElement, "extensions", "http"), "routePrefix") ?? "api",
            FunctionTimeout = Span(host.RootElement, "functionTimeout") ?? TimeSpan.FromMinutes(30),
        };
    }

    private static FunctionDefinition ReadFunction(string folder)
    {
        var name = Path.GetFileName(folder);
        using var file = HostJson.Parse(Path.Combine(folder, "function.json"));
        var binding = file.RootElement.GetProperty("bindings").EnumerateArray()
            .FirstOrDefault(candidate => Text(candidate, "type")?.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase) == true);
        var bindingName = Text(binding, "name") ?? "";
        return Text(binding, "type")?.ToUpperInvariant() switch
        {
            "TIMERTRIGGER" => new TimerFunction(name, bindingName, Required(name, binding, "schedule"))
            {
                RunOnStartup = Flag(binding, "runOnStartup") ?? false,
                UseMonitor = Flag(binding, "useMonitor") ?? true,
                Retry = ReadRetry(file.RootElement),
            },
            "QUEUETRIGGER" => new QueueFunction(
                name, bindingName, Required(name, binding, "queueName"), Text(binding, "connection") ?? "AzureWebJobsStorage"),
            "HTTPTRIGGER" => new HttpFunction(
                name, bindingName, Text(binding, "route") ?? name, Text(binding, "authLevel") ?? "function", Methods(binding)),
            var other => throw new StartFailedException($"{name}/function.json: a trigger of type '{other}' cannot be played here."),
        };
    }

    private static string[] Methods(JsonElement binding) =>
        binding.TryGetProperty("methods", out var methods) && methods.ValueKind == JsonValueKind.Array
            ? [.. methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]
            : [];

    private static RetryRule ReadRetry(JsonElement function)
    {
        if (!function.TryGetProperty("retry", out var retry))
        {
            return RetryRule.None;
        }

        var shortest = Span(retry, "delayInterval") ?? Span(retry, "minimumInterval") ?? TimeSpan.Zero;
        return new RetryRule(Number(retry, "maxRetryCount") ?? 0, shortest, Span(retry, "maximumInterval") ?? shortest);
    }

    private static QueueRules ReadQueueRules(JsonElement queues)
    {
        var standard = new QueueRules();
        var batchSize = Number(queues, "batchSize") ?? standard.BatchSize;
        return new QueueRules
        {
            MaxPollingInterval = Span(queues, "maxPollingInterval") ?? standard.MaxPollingInterval,
            VisibilityTimeout = Span(queues, "visibilityTimeout") ?? standard.VisibilityTimeout,
            BatchSize = batchSize,
            NewBatchThreshold = Number(queues, "newBatchThreshold") ?? batchSize / 2,
            MaxDequeueCount = Number(queues, "maxDequeueCount") ?? standard.MaxDequeueCount,
            Base64 = !"none".Equals(Text(queues, "messageEncoding"), StringComparison.OrdinalIgnoreCase),
        };
    }

    private static JsonElement At(JsonElement root, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            root = root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var child) ? child : default;
        }

        return root;
    }

    private static string Required(string function, JsonElement binding, string name) =>
        Text(binding, name) ?? throw new StartFailedException($"{function}/function.json has no {name}.");

    private static string? Text(JsonElement parent, string name) => At(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static int? Number(JsonElement parent, string name) => At(parent, name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;

    private static bool? Flag(JsonElement parent, string name) =>
        At(parent, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    private static TimeSpan? Span(JsonElement parent, string name) => At(parent, name) switch
    {
        { ValueKind: JsonValueKind.String } text => TimeSpan.Parse(text.GetString()!, CultureInfo.InvariantCulture),
        { ValueKind: JsonValueKind.Number } number => TimeSpan.FromSeconds(number.GetDouble()),
        _ => null,
    };
}
