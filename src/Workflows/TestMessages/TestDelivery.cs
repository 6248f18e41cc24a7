using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Delivery;
using Notifieringar.Delivery.Email;
using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Sms;
using Notifieringar.Model;
using Notifieringar.Templates;
using NodaTime;

namespace Notifieringar.Workflows.TestMessages;

/// <summary>Hands test messages to the real providers, and letters to the real printer.</summary>
/// <param name="sms">SMS.</param>
/// <param name="email">E-mail.</param>
/// <param name="services">The printer is asked for only when a letter is tested: it needs a browser.</param>
/// <param name="time">Real time.</param>
public sealed class TestDelivery(SmsSender sms, EmailSender email, IServiceProvider services, TimeProvider time)
{
    // No notice: what providers tell about it later is about nothing of ours.
    private const string Reference = "test";

    internal async Task<TestOutcome> SmsAsync(UnitRules rules, string to, string language, string body, CancellationToken cancellation)
    {
        if (!PhoneNumber.TryParse(to, out var number, out _))
        {
            return new TestOutcome.Invalid("to cannot be read.");
        }

        var text = TestWriting.Sms(language, body);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var outcome = await sms.SendAsync(new SmsToSend(Reference, number, rules.SmsSender, text, Guid.NewGuid(), now), cancellation).ConfigureAwait(false);
        return Of(outcome, new TestOutcome.Sent(Subject: null, text, SmsLength.Count(body).Segments));
    }

    // Without an address that unsubscribes somebody, and without a calendar file.
    internal async Task<TestOutcome> EmailAsync(UnitRules rules, string to, string language, RenderedText written, CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(to, out var address, out _))
        {
            return new TestOutcome.Invalid("to cannot be read.");
        }

        var page = EmailLayout.Wrap(written with { Subject = $"{TestWriting.Mark} {written.Subject}" }, language, rules.Name, rules.Phone);
        var message = new EmailToSend(
            Reference, address, rules.EmailFrom, rules.Name, ReplyTo: null, page.Subject, page.Text, page.Html, UnsubscribeUrl: null);
        var outcome = await email.SendAsync(message, cancellation).ConfigureAwait(false);
        return Of(outcome, new TestOutcome.Sent(page.Subject, page.Text, SmsParts: 0));
    }

    internal async Task<TestOutcome> PrintAsync(UnitRules rules, LetterToPrint letter, CancellationToken cancellation)
    {
        var part = await services.GetRequiredService<LetterPrinter>().PrintAsync([letter], EnvelopeOf(rules), cancellation).ConfigureAwait(false);
        return part.Problems is [var problem, ..]
            ? new TestOutcome.Invalid($"The letter would not be printed: {problem.Kind}.")
            : new TestOutcome.Printed(part.Pdf);
    }

    internal Task<LetterPreview> LayOutAsync(UnitRules rules, LetterToPrint letter, CancellationToken cancellation) =>
        services.GetRequiredService<LetterPrinter>().PreviewAsync(letter, EnvelopeOf(rules), cancellation);

    internal static EnvelopeProfile EnvelopeOf(UnitRules rules) => EnvelopeProfile.Shipped.First(profile => profile.Name == rules.Envelope);

    private static TestOutcome Of(DeliveryOutcome outcome, TestOutcome.Sent sent) => outcome switch
    {
        { Result: DeliveryResult.Accepted } => sent,
        { RetryAfter: { } wait } => new TestOutcome.TooMany(wait),
        _ => new TestOutcome.Failed(outcome.Code ?? outcome.Result.ToString()),
    };
}
