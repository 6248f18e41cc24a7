using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Functions;

/// <summary>Puts a span around every function and measures it. A queue message goes on with the trace of whoever put it there; what a request from
/// outside says of traces is not taken over.</summary>
/// <param name="time">Real time.</param>
internal sealed class WatchedFunctions(TimeProvider time)
{
    private static readonly FrozenDictionary<string, Trigger> Triggers = typeof(WatchedFunctions).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.IsDefined(typeof(FunctionAttribute)))
        .ToFrozenDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, TriggerOf, StringComparer.Ordinal);

    public async Task RunAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition.Name;
        var trigger = Triggers.GetValueOrDefault(function, new Trigger(ActivityKind.Internal, Queue: null));
        var message = trigger.Queue is null ? null : context.BindingContext.BindingData;

        // The web server's own span is not exported: it would be a parent that nobody finds.
        Activity.Current = null;
        using var span = Telemetry.Source.StartActivity(function, trigger.Kind, ParentOf(message));
        var began = time.GetTimestamp();
        try
        {
            Measure(trigger.Queue, message);
            await next(context);
            FunctionMetrics.Ran(function, "Done", time.GetElapsedTime(began));
        }
        catch (Exception fault)
        {
            // The type only: a message may hold anything.
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", fault.GetType().FullName);
            FunctionMetrics.Ran(function, fault is OperationCanceledException ? "Cancelled" : "Failed", time.GetElapsedTime(began));
            throw;
        }
    }

    private static ActivityContext ParentOf(IReadOnlyDictionary<string, object?>? message) =>
        message is not null && ActivityContext.TryParse(Text(message, QueueEnvelope.TraceParent), traceState: null, isRemote: true, out var parent) ? parent : default;

    private void Measure(string? queue, IReadOnlyDictionary<string, object?>? message)
    {
        if (queue is null || message is null)
        {
            return;
        }

        var attempt = Text(message, "DequeueCount");
        Telemetry.Tag("attempt", attempt);
        if (attempt == "1" && DateTimeOffset.TryParse(Text(message, "InsertionTime"), CultureInfo.InvariantCulture, out var inserted))
        {
            var meant = int.TryParse(Text(message, QueueEnvelope.Delay), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
            FunctionMetrics.Waited(queue, time.GetUtcNow() - inserted - TimeSpan.FromSeconds(meant));
        }
    }

    private static string? Text(IReadOnlyDictionary<string, object?> message, string name) => message.GetValueOrDefault(name)?.ToString();

    private static Trigger TriggerOf(MethodInfo method)
    {
        var parameters = method.GetParameters();
        return parameters.Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()).FirstOrDefault(queue => queue is not null) is { } queue
            ? new Trigger(ActivityKind.Consumer, queue.QueueName)
            : new Trigger(parameters.Any(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute))) ? ActivityKind.Server : ActivityKind.Internal, Queue: null);
    }

    private sealed record Trigger(ActivityKind Kind, string? Queue);
}
