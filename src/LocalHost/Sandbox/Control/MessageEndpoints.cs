using System.Globalization;

namespace Notifieringar.LocalHost.Sandbox.Control;

/// <summary>What was accepted, how often, and a way to forget it all.</summary>
internal sealed class MessageEndpoints(MessageStore messages, Action reset)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/messages", ListAsync);
        routes.MapGet("/sandbox/counts", context => ControlJson.WriteAsync(context, messages.Counts()));
        routes.MapPost("/sandbox/reset", Reset);
    }

    /// <summary>?channel=sms|mail, ?to=, ?after=number; oldest first.</summary>
    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var after = int.TryParse(query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = messages.After(after).AsEnumerable();
        if (Enum.TryParse<SandboxChannel>(query["channel"], ignoreCase: true, out var channel))
        {
            found = found.Where(message => message.Channel == channel);
        }

        if (query["to"].ToString() is { Length: > 0 } to)
        {
            found = found.Where(message => message.To == to);
        }

        return ControlJson.WriteAsync(context, found);
    }

    private Task Reset(HttpContext context)
    {
        if (ControlJson.IsJson(context))
        {
            reset();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }

        return Task.CompletedTask;
    }
}
