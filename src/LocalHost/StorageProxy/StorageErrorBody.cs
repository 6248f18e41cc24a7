using System.Text.Json;

namespace Notifieringar.LocalHost.StorageProxy;

/// <summary>An error as the service itself would say it: JSON from tables, XML from queues and blobs, the code in a header.</summary>
internal static class StorageErrorBody
{
    public static async Task WriteAsync(HttpContext context, StorageService service, int status, string code)
    {
        const string message = "The sandbox was told to fail this call.";
        context.Response.StatusCode = status;
        context.Response.Headers["x-ms-error-code"] = code;
        context.Response.Headers["x-ms-request-id"] = Guid.NewGuid().ToString();
        if (service == StorageService.Table)
        {
            context.Response.ContentType = "application/json;odata=minimalmetadata";
            var error = new Dictionary<string, object> { ["odata.error"] = new { code, message = new { lang = "en-US", value = message } } };
            await context.Response.WriteAsync(JsonSerializer.Serialize(error), context.RequestAborted);
        }
        else
        {
            context.Response.ContentType = "application/xml";
            await context.Response.WriteAsync(
                $"""<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code><Message>{message}</Message></Error>""", context.RequestAborted);
        }
    }
}
