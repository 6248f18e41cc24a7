using System.Globalization;
using System.Text;
using Notifieringar.LocalHost.Sandbox.Control;

namespace Notifieringar.LocalHost.Sandbox.Outbox;

/// <summary>The outbox page, its two assets, and the e-mails, attachments and PDFs it shows in frames.</summary>
internal sealed class OutboxEndpoints(MessageStore messages, LetterFolder letters)
{
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; object-src 'self'; base-uri 'none'; form-action 'none'";

    // An e-mail may style itself and nothing else: no scripts, no pictures from elsewhere. Its links open beside the page.
    private const string MailPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", context => WriteAssetAsync(context, "outbox.html", "text/html; charset=utf-8"));
        routes.MapGet("/sandbox/outbox.css", context => WriteAssetAsync(context, "outbox.css", "text/css; charset=utf-8"));
        routes.MapGet("/sandbox/outbox.js", context => WriteAssetAsync(context, "outbox.js", "text/javascript; charset=utf-8"));
        routes.MapGet("/sandbox/letters", context => context.Response.WriteAsJsonAsync(letters.List(), ControlJson.Options));
        routes.MapGet("/sandbox/letters/{**file}", WriteLetterAsync);
        routes.MapGet("/sandbox/messages/{number:int}/html", WriteMailAsync);
        routes.MapGet("/sandbox/messages/{number:int}/attachments/{index:int}", WriteAttachmentAsync);
    }

    private static async Task WriteAssetAsync(HttpContext context, string name, string contentType)
    {
        await using var asset = typeof(OutboxEndpoints).Assembly.GetManifestResourceStream("outbox/" + name)!;
        context.Response.ContentType = contentType;
        context.Response.Headers.ContentSecurityPolicy = PagePolicy;
        context.Response.Headers.CacheControl = "no-cache";
        await asset.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private Task WriteLetterAsync(HttpContext context)
    {
        if (letters.Find(Route(context, "file")) is not { } path)
        {
            return NotFound(context);
        }

        context.Response.ContentType = "application/pdf";
        return context.Response.SendFileAsync(path, context.RequestAborted);
    }

    private Task WriteMailAsync(HttpContext context)
    {
        if (Find(context)?.Html is not { } html)
        {
            return NotFound(context);
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = MailPolicy;
        return context.Response.WriteAsync("<base target=\"_blank\">" + html, Encoding.UTF8, context.RequestAborted);
    }

    private async Task WriteAttachmentAsync(HttpContext context)
    {
        var index = int.Parse(Route(context, "index"), CultureInfo.InvariantCulture);
        if (Find(context)?.Attachments.ElementAtOrDefault(index) is not { } file)
        {
            await NotFound(context);
            return;
        }

        // Always a download: an attachment is never shown as a page of ours.
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(file.FileName)}";
        await context.Response.Body.WriteAsync(Convert.FromBase64String(file.ContentBase64), context.RequestAborted);
    }

    private SandboxMessage? Find(HttpContext context) => messages.Find(int.Parse(Route(context, "number"), CultureInfo.InvariantCulture));

    private static string Route(HttpContext context, string name) => context.Request.RouteValues[name]?.ToString() ?? "";

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
