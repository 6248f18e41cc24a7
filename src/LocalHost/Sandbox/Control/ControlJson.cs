using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifieringar.LocalHost.Sandbox.Control;

/// <summary>JSON of the sandbox's own calls.</summary>
internal static class ControlJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Task WriteAsync<T>(HttpContext context, T answer) => context.Response.WriteAsJsonAsync(answer, Options, context.RequestAborted);

    /// <summary>Reads a body and hands it on; answers 204, or 400 with what was expected when it is something else.</summary>
    public static async Task TakeAsync<T>(HttpContext context, string expected, Func<T, bool> take)
        where T : class
    {
        if (!IsJson(context))
        {
            return;
        }

        if (await ReadAsync<T>(context) is { } body && take(body))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsync("Expected " + expected);
    }

    /// <summary>A form on another site cannot send JSON without asking first, so it cannot reach these calls.</summary>
    public static bool IsJson(HttpContext context)
    {
        if (context.Request.HasJsonContentType())
        {
            return true;
        }

        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return false;
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context)
        where T : class
    {
        try
        {
            return await context.Request.ReadFromJsonAsync<T>(Options, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
