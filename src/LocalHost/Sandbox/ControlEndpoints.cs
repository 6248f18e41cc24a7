using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifieringar.LocalHost.Sandbox;

/// <summary>The sandbox's own calls, under /sandbox: what was accepted, how often, and what shall go wrong next.</summary>
internal sealed class ControlEndpoints(MessageStore messages, FaultPlan faults)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/messages", ListAsync);
        routes.MapGet("/sandbox/counts", context => context.Response.WriteAsJsonAsync(DeliveryCount.Of(messages.All), Json));
        routes.MapGet("/sandbox/faults", context => context.Response.WriteAsJsonAsync(faults.Pending, Json));
        routes.MapPost("/sandbox/faults", AddFaultAsync);
        routes.MapPost("/sandbox/reset", ResetAsync);
    }

    /// <summary>?channel=sms|mail, ?to=, ?after=number; oldest first.</summary>
    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var found = messages.All.AsEnumerable();
        if (Enum.TryParse<SandboxChannel>(query["channel"], ignoreCase: true, out var channel))
        {
            found = found.Where(message => message.Channel == channel);
        }

        if (query["to"].ToString() is { Length: > 0 } to)
        {
            found = found.Where(message => message.To == to);
        }

        if (int.TryParse(query["after"], out var after))
        {
            found = found.Where(message => message.Number > after);
        }

        return context.Response.WriteAsJsonAsync(found, Json, context.RequestAborted);
    }

    private async Task AddFaultAsync(HttpContext context)
    {
        if (!IsJson(context))
        {
            return;
        }

        try
        {
            var fault = await context.Request.ReadFromJsonAsync<Fault>(Json, context.RequestAborted);
            if (fault is { Calls: > 0 })
            {
                faults.Add(fault);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }
        }
        catch (JsonException)
        {
            // Answered below.
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsync("""Expected {"channel":"sms|mail","kind":"tooManyRequests|serverError|slow|dropAfterAccepting","calls":1}""");
    }

    private Task ResetAsync(HttpContext context)
    {
        if (IsJson(context))
        {
            messages.Clear();
            faults.Clear();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }

        return Task.CompletedTask;
    }

    /// <summary>A form on another site cannot send JSON without asking first, so it cannot reach these calls.</summary>
    private static bool IsJson(HttpContext context)
    {
        if (context.Request.HasJsonContentType())
        {
            return true;
        }

        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return false;
    }
}
