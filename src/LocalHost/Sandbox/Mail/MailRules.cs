using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace Notifieringar.LocalHost.Sandbox.Mail;

/// <summary>What the mail provider refuses.</summary>
internal static partial class MailRules
{
    private const int MostReceivers = 1000;
    private const int MostCustomArgBytes = 10_000;

    // The provider sets these itself.
    private static readonly HashSet<string> NotYours = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding",
        "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    public static IReadOnlyList<MailError> Check(MailSendRequest request) =>
    [
        .. Envelopes(request), .. Sender(request), .. Contents(request), .. Attachments(request), .. Extras(request),
    ];

    private static IEnumerable<MailError> Envelopes(MailSendRequest request)
    {
        if (request.Personalizations is not { Count: > 0 and <= MostReceivers } envelopes)
        {
            yield return new($"1 to {MostReceivers} personalizations are required.", "personalizations");
            yield break;
        }

        if (envelopes.Sum(envelope => envelope?.Everyone.Count() ?? 0) > MostReceivers)
        {
            yield return new($"At most {MostReceivers} receivers in one request.", "personalizations");
        }

        for (var index = 0; index < envelopes.Count; index++)
        {
            var field = $"personalizations.{index}";
            if (envelopes[index]?.To is not { Count: > 0 })
            {
                yield return new("At least one receiver is required.", field + ".to");
            }
            else if (envelopes[index]!.Everyone.Any(address => !IsAddress(address)))
            {
                yield return new("A receiver's address is not an e-mail address.", field + ".to");
            }

            if (string.IsNullOrEmpty(envelopes[index]?.Subject ?? request.Subject) && request.TemplateId is null)
            {
                yield return new("A subject of at least one character is required.", "subject");
            }
        }
    }

    private static IEnumerable<MailError> Sender(MailSendRequest request)
    {
        if (!IsAddress(request.From))
        {
            yield return new("The sender's address is missing or not an e-mail address.", "from.email");
        }
    }

    private static IEnumerable<MailError> Contents(MailSendRequest request)
    {
        var content = request.Content ?? [];
        if (content.Count == 0 && request.TemplateId is null)
        {
            yield return new("At least one content is required.", "content");
        }

        if (content.Any(part => string.IsNullOrEmpty(part?.Type) || string.IsNullOrEmpty(part.Value)))
        {
            yield return new("Each content needs a type and a value of at least one character.", "content");
        }

        var types = content.Select(part => part?.Type).ToList();
        if (types.IndexOf("text/plain") > 0)
        {
            yield return new("The text/plain content must come first.", "content");
        }
    }

    private static IEnumerable<MailError> Attachments(MailSendRequest request) =>
        (request.Attachments ?? [])
            .Where(file => string.IsNullOrEmpty(file?.Filename) || string.IsNullOrEmpty(file.Content) || !Base64.IsValid(file.Content))
            .Select(_ => new MailError("An attachment needs a filename and base64 content.", "attachments"));

    private static IEnumerable<MailError> Extras(MailSendRequest request)
    {
        var categories = request.Categories ?? [];
        if (categories.Count > 10 || categories.Any(category => category is not { Length: > 0 and <= 255 }) || categories.Distinct().Count() < categories.Count)
        {
            yield return new("At most ten different categories of at most 255 characters.", "categories");
        }

        foreach (var args in (request.Personalizations ?? []).Select(envelope => envelope?.CustomArgs).Append(request.CustomArgs))
        {
            if (args?.Sum(arg => Encoding.UTF8.GetByteCount(arg.Key) + Encoding.UTF8.GetByteCount(arg.Value)) > MostCustomArgBytes)
            {
                yield return new($"At most {MostCustomArgBytes} bytes of custom_args.", "custom_args");
            }
        }

        var names = (request.Personalizations ?? []).Select(envelope => envelope?.Headers).Append(request.Headers).SelectMany(headers => headers?.Keys ?? []);
        foreach (var name in names.Where(NotYours.Contains))
        {
            yield return new($"The header {name} cannot be set.", "headers");
        }
    }

    private static bool IsAddress(MailAddress? address) => address?.Email is { } email && Address().IsMatch(email);

    [GeneratedRegex(@"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
