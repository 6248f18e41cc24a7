using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;

namespace FunctionMetadata;

/// <summary>The function.json of one function.</summary>
internal static class FunctionFile
{
    private const string DefaultConnection = "AzureWebJobsStorage";

    public static JsonObject Of(FunctionDeclaration function)
    {
        JsonObject file = new() { ["bindings"] = Bindings(function) };
        if (function.Retry is { } retry)
        {
            file["retry"] = Retry(retry);
        }

        return file;
    }

    private static JsonArray Bindings(FunctionDeclaration function) => function.Trigger.Type switch
    {
        nameof(TimerTriggerAttribute) => [Timer(function.Binding, function.Trigger)],
        nameof(QueueTriggerAttribute) => [Queue(function.Binding, function.Trigger)],

        // Exactly one trigger and one http output: the form whose requests the host passes on as they are.
        nameof(HttpTriggerAttribute) => [Http(function.Binding, function.Trigger), Binding("$return", "http", "out")],
        var other => throw new InvalidOperationException($"Function {function.Name} has a {other}, which has no function.json form here."),
    };

    private static JsonObject Binding(string name, string type, string direction) =>
        new() { ["name"] = name, ["type"] = type, ["direction"] = direction };

    private static JsonObject Timer(string name, DeclaredAttribute trigger)
    {
        var binding = Binding(name, "timerTrigger", "in");
        binding["schedule"] = trigger.Text(0);
        binding["runOnStartup"] = trigger.Property(nameof(TimerTriggerAttribute.RunOnStartup), false);
        binding["useMonitor"] = trigger.Property(nameof(TimerTriggerAttribute.UseMonitor), true);
        return binding;
    }

    private static JsonObject Queue(string name, DeclaredAttribute trigger)
    {
        var binding = Binding(name, "queueTrigger", "in");
        binding["queueName"] = trigger.Text(0);
        binding["connection"] = trigger.Property(nameof(QueueTriggerAttribute.Connection), DefaultConnection);
        return binding;
    }

    private static JsonObject Http(string name, DeclaredAttribute trigger)
    {
        var level = trigger.Arguments.OfType<int>().Select(value => (AuthorizationLevel)value).DefaultIfEmpty(AuthorizationLevel.Function).First();
        var binding = Binding(name, "httpTrigger", "in");
        binding["authLevel"] = Lower(level.ToString());
        if (trigger.Arguments.OfType<string[]>().FirstOrDefault() is { Length: > 0 } methods)
        {
            binding["methods"] = new JsonArray([.. methods.Select(method => (JsonNode)Lower(method))]);
        }

        binding["route"] = trigger.Property<string?>(nameof(HttpTriggerAttribute.Route), null);
        return binding;
    }

    private static JsonObject Retry(DeclaredAttribute retry) => retry.Type switch
    {
        nameof(FixedDelayRetryAttribute) => new()
        {
            ["strategy"] = "fixedDelay",
            ["maxRetryCount"] = (int)retry.Arguments[0]!,
            ["delayInterval"] = retry.Text(1),
        },
        _ => new()
        {
            ["strategy"] = "exponentialBackoff",
            ["maxRetryCount"] = (int)retry.Arguments[0]!,
            ["minimumInterval"] = retry.Text(1),
            ["maximumInterval"] = retry.Text(2),
        },
    };

    // The host's own files are written in lower case.
    private static string Lower(string word) => string.Create(word.Length, word, (span, text) => text.AsSpan().ToLowerInvariant(span));
}
