using System.Globalization;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>Runs a provider's call, misbehaving as planned.</summary>
internal static class FaultyCall
{
    public static async Task RunAsync(HttpContext context, Fault? fault, TimeProvider time, Func<Task> answer, string tooManyBody)
    {
        switch (fault?.Kind)
        {
            case FaultKind.TooManyRequests:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                if (fault.RetryAfterSeconds is { } seconds)
                {
                    context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                }

                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(tooManyBody, context.RequestAborted);
                break;
            case FaultKind.ServerError:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case FaultKind.Unavailable:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case FaultKind.DropBeforeAccepting:
                context.Abort();
                break;
            case FaultKind.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds), time, context.RequestAborted);
                await answer();
                break;
            case FaultKind.DropAfterAccepting:
                // The answer goes nowhere, so that not even its first byte reaches the sender.
                context.Response.Body = Stream.Null;
                await answer();
                context.Abort();
                break;
            case FaultKind.Hang:
                context.Response.Body = Stream.Null;
                await answer();
                await Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds), time, context.RequestAborted);
                context.Abort();
                break;
            default:
                await answer();
                break;
        }
    }
}
