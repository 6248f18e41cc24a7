using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifieringar.LocalHost.Sandbox.Mail;

/// <summary>The mail provider's v3 request: the parts the sandbox checks or shows.</summary>
internal sealed record MailSendRequest
{
    public MailAddress? From { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyList<MailEnvelope?>? Personalizations { get; init; }

    public IReadOnlyList<MailContent?>? Content { get; init; }

    public IReadOnlyList<MailAttachment?>? Attachments { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public IReadOnlyDictionary<string, string>? CustomArgs { get; init; }

    public IReadOnlyList<string?>? Categories { get; init; }

    public string? TemplateId { get; init; }

    public MailSettings? MailSettings { get; init; }

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}

internal sealed record MailAddress(string? Email, string? Name);

/// <summary>One envelope: its receivers, and what is theirs alone.</summary>
internal sealed record MailEnvelope
{
    public IReadOnlyList<MailAddress?>? To { get; init; }

    public IReadOnlyList<MailAddress?>? Cc { get; init; }

    public IReadOnlyList<MailAddress?>? Bcc { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public IReadOnlyDictionary<string, string>? CustomArgs { get; init; }

    [JsonIgnore]
    public IEnumerable<MailAddress?> Everyone => (To ?? []).Concat(Cc ?? []).Concat(Bcc ?? []);
}

internal sealed record MailContent(string? Type, string? Value);

internal sealed record MailAttachment(string? Content, string? Filename, string? Type, string? Disposition);

internal sealed record MailSettings(MailSwitch? SandboxMode);

internal sealed record MailSwitch(bool? Enable);

/// <summary>One complaint, with the path of the field it is about.</summary>
internal sealed record MailError(string Message, string? Field)
{
    public string? Help { get; init; }
}

internal sealed record MailErrors(IReadOnlyList<MailError> Errors);
