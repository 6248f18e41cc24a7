using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Delivery.Email;
using Notifieringar.Web.Staff;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Hooks;

namespace Notifieringar.Functions;

/// <summary>Takes receipts and messages from providers: <c>POST /hooks/sms</c> with the secret in the query, <c>POST /hooks/mail</c> signed.</summary>
/// <param name="workflow">The workflow.</param>
/// <param name="access">Whether a caller's token has been checked before the app.</param>
public sealed class ProviderHook(ReceiveHook workflow, AccessOptions access)
{
    private const long LargestBody = 1024 * 1024;

    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="provider">Whose hook.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>200 when everything is kept; 400 for no events, 401 for a forgery, 404 for an unknown hook, 413 for too much; 503 for a hook
    /// that is not set up.</returns>
    [Function(nameof(ProviderHook))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hooks/{provider}")] HttpRequest request, string provider, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = await BoundedBody.ReadAsync(request, LargestBody, cancellation);
        if (body is null)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        string Header(string name) => request.Headers[name].ToString();
        var post = new HookPost(
            request.Query["secret"].ToString(), Header("aeg-subscription-name"), Header(EmailEventSignature.SignatureHeader), Header(EmailEventSignature.TimestampHeader), body.ToArray(),
            CallingApplication.IdOf(request, access));
        return Result(await workflow.RunAsync(provider, post, cancellation));
    }

    private static IResult Result(HookAnswer answer) => answer switch
    {
        { Result: HookResult.Taken, ValidationCode: { } code } => Results.Ok(new { validationResponse = code }),
        { Result: HookResult.Taken } => Results.Ok(),
        { Result: HookResult.Refused } => Results.StatusCode(StatusCodes.Status401Unauthorized),
        { Result: HookResult.NotUnderstood } => Results.StatusCode(StatusCodes.Status400BadRequest),
        { Result: HookResult.NotSetUp } => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => Results.StatusCode(StatusCodes.Status404NotFound),
    };
}
