using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>
/// The handler's answers to the host. Each is a JSON object: after an empty answer the host would wait for its function
/// timeout, and after another media type it would take a success for a failure.
/// </summary>
internal static class Answer
{
    public static readonly byte[] Done = "{}"u8.ToArray();
    public static readonly byte[] Failed = """{"error":"The function failed; its type of fault is in the log."}"""u8.ToArray();
    public static readonly byte[] NotAnInvocation = """{"error":"The body is not an invocation with Data and Metadata."}"""u8.ToArray();
    public static readonly byte[] Refused = """{"error":"Only the Functions host may invoke a trigger."}"""u8.ToArray();
    public static readonly byte[] Unknown = """{"error":"No function answers to this method and path."}"""u8.ToArray();

    public static Task Write(HttpContext http, int status, byte[] json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(json, 0, json.Length, http.RequestAborted);
    }
}
