using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Auditing;

namespace Notifieringar.Functions;

/// <summary>Notes every call with the function key that changes something, and every reading of a household's data, before it is done and with
/// what came of it. The key says nothing about who holds it.</summary>
/// <param name="audit">The log.</param>
/// <param name="text">What may stand in it.</param>
internal sealed class KeyedCalls(KeepAudit audit, AuditText text) : IStartupFilter
{
    private const string Who = "funktionsnyckel";
    private const string Unit = "{unit";
    private const string Households = "households";

    // Free texts: a pair of visitors goes by first names.
    private static readonly string[] LeftOut = ["{pair"];

    private static readonly FrozenDictionary<string, string[]> Routes = typeof(KeyedCalls).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>()
        .Where(trigger => trigger.AuthLevel != AuthorizationLevel.Anonymous)
        .Select(trigger => trigger.Route!.Split('/'))
        .ToFrozenDictionary(route => route[0], StringComparer.OrdinalIgnoreCase);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(NoteAsync);
        next(app);
    };

    private async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        var path = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.Length == 0 || !Routes.TryGetValue(path[0], out var route) || !IsNoted(context.Request.Method, route[0]))
        {
            await next(context);
            return;
        }

        var entry = await audit.BeginAsync(UnitOf(path, route), Who, $"{context.Request.Method} {route[0]}", What(path, route), context.RequestAborted);
        await next(context);
        await audit.EndAsync(entry, context.Response.StatusCode.ToString(CultureInfo.InvariantCulture));
    }

    private static bool IsNoted(string method, string first) =>
        first == Households || !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method));

    private UnitId? UnitOf(string[] path, string[] route) =>
        Array.FindIndex(route, part => part.StartsWith(Unit, StringComparison.Ordinal)) is var at and > 0 && at < path.Length && text.Of(path[at]) == path[at]
            ? new UnitId(path[at])
            : null;

    private string What(string[] path, string[] route) => text.Of(
        path.Zip(route).Skip(1).Where(pair => !pair.Second.StartsWith(Unit, StringComparison.Ordinal)).Select(pair => LeftOut.Any(part => pair.Second.StartsWith(part, StringComparison.Ordinal)) ? " " : pair.First));
}
