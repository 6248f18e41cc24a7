using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Notifieringar.Functions;

/// <summary>Logs every call that is refused, by the first part of its path alone: what comes after it may be an answer code, and what comes
/// before it is known may be anything.</summary>
/// <param name="logger">Log.</param>
internal sealed partial class RefusedCalls(ILogger<RefusedCalls> logger) : IStartupFilter
{
    private const string Stranger = "-";
    private const string NoKey = "\\#?";

    private static readonly FrozenSet<string> Known = typeof(RefusedCalls).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>()
        .Select(trigger => trigger.Route!.Split('/')[0])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(RunAsync);
        next(app);
    };

    private async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.AsSpan().IndexOfAny(NoKey) >= 0 || path.Any(char.IsControl))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound; // nothing of ours is called so, and storage refuses it in a key
        }
        else
        {
            await next(context);
        }

        if (context.Response.StatusCode is >= StatusCodes.Status400BadRequest and < StatusCodes.Status500InternalServerError and var status)
        {
            var first = path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
            var route = Known.Contains(first) ? first : Stranger;
            FunctionMetrics.Refused(route, status);
            Log.Refused(logger, context.Request.Method.Length > 10 ? Stranger : context.Request.Method, route, status);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Refused: {Method} of {Path}, {Status}.")]
        public static partial void Refused(ILogger logger, string method, string path, int status);
    }
}
