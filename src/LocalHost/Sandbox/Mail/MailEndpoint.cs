using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Notifieringar.LocalHost.Sandbox.Mail;

/// <summary>POST /v3/mail/send, as SendGrid answers it.</summary>
internal sealed class MailEndpoint(
    MessageStore messages, OutcomeTable outcomes, string apiKey, FaultPlan faults, TimeProvider time, Func<DateTimeOffset> shownTime)
{
    public Task HandleAsync(HttpContext context) => FaultyCall.RunAsync(
        context, faults.Take(SandboxChannel.Mail), time, () => AnswerAsync(context), """{"errors":[{"field":null,"message":"too many requests"}]}""");

    private async Task AnswerAsync(HttpContext context)
    {
        if (!HasKey(context.Request))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, new MailError("The API key is missing or wrong.", null));
            return;
        }

        if (!context.Request.HasJsonContentType())
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, new MailError("The content type must be application/json.", null));
            return;
        }

        var (request, errors) = await ReadAsync(context);
        if (request is null || errors.Count > 0)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, [.. errors]);
        }
        else if (request.MailSettings?.SandboxMode?.Enable == true)
        {
            // The provider's own sandbox mode: checked, and sent to nobody.
            context.Response.StatusCode = StatusCodes.Status200OK;
        }
        else if (Find(request, Outcome.Refused) is { } field)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, new MailError("Does not contain a valid address.", field));
        }
        else if (Find(request, Outcome.Unavailable) is not null)
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, new MailError("The service is unavailable.", null));
        }
        else
        {
            context.Response.Headers["X-Message-Id"] = Accept(request);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private bool HasKey(HttpRequest request) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes("Bearer " + apiKey));

    private static async Task<(MailSendRequest? Request, IReadOnlyList<MailError> Errors)> ReadAsync(HttpContext context)
    {
        try
        {
            var request = await JsonSerializer.DeserializeAsync<MailSendRequest>(context.Request.Body, MailSendRequest.Json, context.RequestAborted);
            return request is null ? (null, [new MailError("The body is empty.", null)]) : (request, MailRules.Check(request));
        }
        catch (JsonException wrong)
        {
            return (null, [new MailError("The body is not what the API expects: " + wrong.Path, null)]);
        }
    }

    /// <summary>Where in the request the first receiver with this outcome stands.</summary>
    private string? Find(MailSendRequest request, Outcome outcome) => request.Personalizations!
        .SelectMany((envelope, index) => (envelope!.To ?? []).Select((receiver, position) => (receiver!.Email, Field: $"personalizations.{index}.to.{position}.email")))
        .FirstOrDefault(receiver => outcomes.Of(receiver.Email!) == outcome).Field;

    private string Accept(MailSendRequest request)
    {
        var messageId = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        foreach (var envelope in request.Personalizations!)
        {
            foreach (var receiver in envelope!.Everyone)
            {
                messages.Add(number => ToMessage(number, messageId, request, envelope, receiver!));
            }
        }

        return messageId;
    }

    private SandboxMessage ToMessage(int number, string messageId, MailSendRequest request, MailEnvelope envelope, MailAddress receiver)
    {
        var text = Content(request, "text/plain") ?? "";
        var html = Content(request, "text/html");
        return new SandboxMessage
        {
            Number = number,
            Channel = SandboxChannel.Mail,
            MessageId = messageId,
            ReceivedAt = time.GetUtcNow(),
            ShownAt = shownTime(),
            From = request.From!.Email!,
            FromName = request.From.Name,
            To = receiver.Email!,
            ToName = receiver.Name,
            Subject = envelope.Subject ?? request.Subject,
            Text = text,
            Html = html,
            Language = LanguageGuess.Of(html, text),
            Headers = Merge(request.Headers, envelope.Headers),
            CustomArgs = Merge(request.CustomArgs, envelope.CustomArgs),
            Attachments = [.. (request.Attachments ?? []).Select(file => new SandboxAttachment(file!.Filename!, file.Type, file.Content!))],
        };
    }

    private static string? Content(MailSendRequest request, string type) => request.Content?.FirstOrDefault(part => part!.Type == type)?.Value;

    /// <summary>What the envelope says goes before what the whole request says.</summary>
    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string>? all, IReadOnlyDictionary<string, string>? own) =>
        (own ?? new Dictionary<string, string>()).UnionBy(all ?? new Dictionary<string, string>(), entry => entry.Key).ToDictionary();

    private static Task RefuseAsync(HttpContext context, int status, params MailError[] errors)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new MailErrors(errors), MailSendRequest.Json, context.RequestAborted);
    }
}
