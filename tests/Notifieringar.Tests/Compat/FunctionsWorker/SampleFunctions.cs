using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

// The functions of a small app, as a product would write them. Each notes what it saw.
public sealed class SkickaSms(SeenByFunctions seen)
{
    [Function(nameof(SkickaSms))]
    public async Task Run([QueueTrigger("utskick-sms", Connection = "AzureWebJobsStorage")] string meddelande, FunctionContext context)
    {
        await Task.Yield();
        seen.Add(meddelande);
        seen.Add(context);
    }
}

public sealed class Schemalaggare(SeenByFunctions seen)
{
    [Function(nameof(Schemalaggare))]
    [FixedDelayRetry(2, "00:00:10")]
    public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => seen.Add(timer);
}

public sealed record SampleNotice(string NotisId, int Antal, string[] Mottagare);

public sealed class TakesNotice(SeenByFunctions seen)
{
    [Function(nameof(TakesNotice))]
    public ValueTask Run([QueueTrigger("notices")] SampleNotice meddelande, string dequeueCount, FunctionContext context)
    {
        seen.Add(meddelande);
        seen.Add(dequeueCount);
        seen.Add(context.RetryContext.RetryCount);
        seen.Add(context.BindingContext.BindingData["Id"]);
        return ValueTask.CompletedTask;
    }
}

public sealed class TakesBytes(SeenByFunctions seen)
{
    [Function(nameof(TakesBytes))]
    public Task<string> Run([QueueTrigger("bytes")] byte[] meddelande)
    {
        seen.Add(meddelande);
        return Task.FromResult("what a trigger returns goes nowhere");
    }
}

public static class Traces
{
    [Function(nameof(Traces))]
    public static void Run([QueueTrigger("traces")] string meddelande, FunctionContext context)
    {
        var seen = (SeenByFunctions)context.InstanceServices.GetService(typeof(SeenByFunctions))!;
        seen.Add(meddelande);
        seen.Add(context.TraceContext.TraceParent);
        seen.Add(Activity.Current?.TraceId.ToString());
    }
}

public static class Fails
{
    public const string Secret = "070-1740605 hör till Ingrid Exempel";

    [Function("FailsAtOnce")]
    public static void AtOnce([QueueTrigger("fails-at-once")] string meddelande) => throw new InvalidOperationException(Secret + meddelande);

    [Function("FailsLater")]
    public static async Task Later([QueueTrigger("fails-later")] string meddelande)
    {
        await Task.Yield();
        throw new InvalidOperationException(Secret, new JsonException(meddelande));
    }

    [Function("FailsOverHttp")]
    public static IResult OverHttp([HttpTrigger(AuthorizationLevel.Anonymous, Route = "fails/now")] HttpRequest request) =>
        throw new InvalidOperationException(Secret + request.Path);

    [Function("FailsHalfway")]
    public static async Task Halfway([HttpTrigger(AuthorizationLevel.Anonymous, Route = "half/now")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("half a page");
        await request.HttpContext.Response.Body.FlushAsync();
        throw new InvalidOperationException(Secret);
    }
}

public sealed class Waits(SeenByFunctions seen)
{
    [Function("WaitsForCancellation")]
    public async Task Forever([QueueTrigger("waits")] string meddelande, CancellationToken cancellation)
    {
        seen.Add(meddelande);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
        finally
        {
            seen.Add("cancelled");
        }
    }

    [Function("FinishesAnyway")]
    public async Task Finishes([QueueTrigger("finishes")] string meddelande, CancellationToken cancellation)
    {
        seen.Add(meddelande);
        TaskCompletionSource stopping = new();
        await using var registration = cancellation.Register(stopping.SetResult);
        await stopping.Task;
        await Task.Delay(200, CancellationToken.None);
        seen.Add("finished");
    }
}

public sealed class Pages(SeenByFunctions seen)
{
    [Function("ShowPage")]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "GET", "post", Route = "sida/{namn}")] HttpRequest request, string namn, FunctionContext context)
    {
        seen.Add(context.InvocationId);
        return Task.FromResult(Results.Text($"{request.Method} {namn}", statusCode: StatusCodes.Status202Accepted));
    }

    [Function("ShowObject")]
    public static object ShowObject([HttpTrigger(Route = "objekt")] HttpRequest request) => new { request.Path };

    [Function("ShowAll")]
    public static async Task ShowAll([HttpTrigger(AuthorizationLevel.Function, Route = "allt/{*rest}")] HttpRequest request, CancellationToken cancellation) =>
        await request.HttpContext.Response.WriteAsync("skrev själv " + request.RouteValues["rest"], cancellation);
}
