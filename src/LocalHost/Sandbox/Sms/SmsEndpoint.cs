using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Notifieringar.LocalHost.Sandbox.Sms;

/// <summary>POST /sms, as Azure Communication Services answers it.</summary>
internal sealed class SmsEndpoint(SmsInbox inbox, byte[] key, FaultPlan faults, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // A model error has no "error" object: it is the web framework's own shape.
    private static readonly object Unauthorized = new { error = new { code = "Unauthorized", message = "" } };

    public Task HandleAsync(HttpContext context) => FaultyCall.RunAsync(
        context, faults.Take(SandboxChannel.Sms), time, () => AnswerAsync(context), """{"error":{"code":"TooManyRequests","message":""}}""");

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers["api-supported-versions"] = "2021-03-07";
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        var body = buffer.ToArray();
        if (!SmsSignature.IsValid(Signed(context, body), key))
        {
            await WriteAsync(context, StatusCodes.Status401Unauthorized, Unauthorized);
        }
        else if (context.Request.Query["api-version"].ToString() is var version && version != "2021-03-07")
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, Error("UnsupportedApiVersion", $"The API version '{version}' is not known here."));
        }
        else if (!context.Request.HasJsonContentType())
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else if (Parse(body) is var request && SmsRules.Check(request) is { Count: > 0 } complaints)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, complaints);
        }
        else
        {
            await WriteAsync(context, StatusCodes.Status202Accepted, inbox.Accept(request!));
        }
    }

    private static SignedRequest Signed(HttpContext context, byte[] body)
    {
        var headers = context.Request.Headers;
        return new SignedRequest(
            context.Request.Method,
            // As it stood on the request line: a decoded path would have another signature.
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            headers.Host.ToString(),
            headers["x-ms-date"],
            headers["x-ms-content-sha256"],
            headers.Authorization,
            body);
    }

    private static SmsSendRequest? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<SmsSendRequest>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object Error(string code, string message) => new { error = new { code, message } };

    private static Task WriteAsync(HttpContext context, int status, object answer)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(answer, answer.GetType(), Json, context.RequestAborted);
    }
}
